// What a host answers when it is asked for a file of the program; a page of its own in the
// file's place is an error in words.
export async function answer(address: string | URL, name: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`HTTP ${response.status} (${name})`);
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/html")) throw new Error(`${type} (${name})`);
  return response;
}
