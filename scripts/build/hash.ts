// A content's hash, as policies and integrity attributes write it.
import { createHash } from "node:crypto";

export const hash = (content: string | Uint8Array, by: "sha256" | "sha384" = "sha256"): string =>
  `${by}-${createHash(by).update(content).digest("base64")}`;
