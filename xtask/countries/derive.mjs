// Writes crates/import/src/countries.tsv: the code, the English and the Chinese name of
// each country or territory of ISO 3166-1, which files of others name by the code alone.
// The names are those of Unicode CLDR, as Node's ICU has them (Unicode License v3).
// Run by hand: node xtask/countries/derive.mjs
import { writeFileSync } from "node:fs";

// What ICU also names: former codes, groups, and codes that ISO 3166-1 leaves free, but
// for Kosovo's, which IATI lists.
const OTHERS = new Set(
  "AC AN BU CP CQ CS DD DG DY EA EU EZ FQ FX HV IC JT MI NH NQ NT PC PZ QO RH SU TA TP UK UN VD WK XA XB YD YU ZR ZZ".split(
    " ",
  ),
);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => !OTHERS.has(code));
const named = (lang) => new Intl.DisplayNames([lang], { type: "region", fallback: "none" });
const [en, zh] = [named("en"), named("zh")];
const lines = codes.filter((code) => en.of(code)).map((code) => [code, en.of(code), zh.of(code)].join("\t"));
writeFileSync(new URL("../../crates/import/src/countries.tsv", import.meta.url), `${lines.join("\n")}\n`);
