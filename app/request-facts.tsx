import { createContext, useContext } from "react";

/** What a page needs to know of the request that it answers; known while rendering on the server. */
export const RequestFacts = createContext({ nonce: "", reference: "" });

export const useRequestFacts = () => useContext(RequestFacts);
