// A content's hash, as policies and integrity attributes write it.
import { createHash } from "node:crypto";

// Of one or more contents, for names that change with them.
export const short = (...contents: (string | Uint8Array)[]): string => {
  const all = createHash("sha256");
  for (const content of contents) all.update(content);
  return all.digest("hex").slice(0, 16);
};

export const hash = (content: string | Uint8Array, by: "sha256" | "sha384" = "sha256"): string =>
  `${by}-${createHash(by).update(content).digest("base64")}`;
