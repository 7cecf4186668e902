// The name table of a font (OpenType, "name"): the licence reserves the
// originals' name for the originals, so a subset has one of its own.

const WINDOWS = { platform: 3, encoding: 1, language: 0x409 };
// Copyright, licence and where it stands: kept as they are.
const KEPT = [0, 13, 14];

// The font with each name changed by `rename`; `font` is an uncompressed one.
export function renamed(font, rename) {
  const tables = tablesOf(font);
  const names = namesOf(tables.get("name")).map(({ id, words }) => ({
    id,
    words: KEPT.includes(id) ? words : rename(words),
  }));
  tables.set("name", nameTable(names));
  return fontOf(font.readUInt32BE(0), tables);
}

function tablesOf(font) {
  const tables = new Map();
  for (let nth = 0; nth < font.readUInt16BE(4); nth += 1) {
    const at = 12 + nth * 16;
    const start = font.readUInt32BE(at + 8);
    tables.set(font.toString("latin1", at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12)));
  }
  return tables;
}

function namesOf(table) {
  const names = [];
  const words = table.readUInt16BE(4);
  for (let nth = 0; nth < table.readUInt16BE(2); nth += 1) {
    const at = 6 + nth * 12;
    if (table.readUInt16BE(at) !== WINDOWS.platform) continue;
    const start = words + table.readUInt16BE(at + 10);
    const bytes = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)));
    names.push({ id: table.readUInt16BE(at + 6), words: bytes.swap16().toString("utf16le") });
  }
  return names;
}

function nameTable(names) {
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  const all = [];
  let length = 0;
  names.forEach(({ id, words }, nth) => {
    const bytes = Buffer.from(words, "utf16le").swap16();
    const at = 6 + nth * 12;
    const fields = [WINDOWS.platform, WINDOWS.encoding, WINDOWS.language, id, bytes.length, length];
    for (const [place, field] of fields.entries()) head.writeUInt16BE(field, at + place * 2);
    all.push(bytes);
    length += bytes.length;
  });
  return Buffer.concat([head, ...all]);
}

function fontOf(version, tables) {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  const largest = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(version, 0);
  const search = [sorted.length, largest * 16, Math.log2(largest), (sorted.length - largest) * 16];
  for (const [place, field] of search.entries()) directory.writeUInt16BE(field, 4 + place * 2);
  const bodies = [];
  let start = directory.length;
  let head = 0;
  sorted.forEach(([tag, table], nth) => {
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    if (tag === "head") {
      head = start;
      body.writeUInt32BE(0, 8);
    }
    const at = 12 + nth * 16;
    directory.write(tag, at, "latin1");
    const entry = [checksum(body), start, table.length];
    for (const [place, field] of entry.entries()) directory.writeUInt32BE(field, at + 4 + place * 4);
    bodies.push(body);
    start += body.length;
  });
  const font = Buffer.concat([directory, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

function checksum(bytes) {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
