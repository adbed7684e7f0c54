declare namespace PDFKit.Mixins {
  /** pdfkit 0.20 takes it; its types do not know yet. */
  interface StructureElementOptions {
    scope?: "Column" | "Row";
  }
}
