export interface BlobsTable {
  sha256: string;
  bytes: number;
  mediaType: string;
  storedAt: string;
}

export interface FilesTable {
  id: string;
  sha256: string;
  ownerKind: string;
  ownerId: string;
  name: string;
  uploadedBy: string | null;
  uploadedAt: string;
}

export interface FilesTables {
  blobs: BlobsTable;
  files: FilesTable;
}
