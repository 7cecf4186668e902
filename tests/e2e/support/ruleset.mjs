// IATI's rule sets, as https://github.com/IATI/IATI-Rulesets (SPEC) words them:
// each context is an XPath, each rule has a kind and cases. The browser that the
// tests drive finds the paths.
import { elsewhere } from "./browser.mjs";

// Words for each case that the XML breaks. A kind of rule that is not known
// here is an error: it must not pass unread.
export async function brokenRules(page, xml, ruleset) {
  return elsewhere(
    page,
    ({ xml, ruleset }) => {
      const file = new DOMParser().parseFromString(xml, "application/xml");
      if (file.querySelector("parsererror")) throw new Error(file.querySelector("parsererror").textContent);
      const resolver = file.createNSResolver(file.documentElement);
      const find = (path, at) => {
        const found = file.evaluate(path, at, resolver, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
        return Array.from({ length: found.snapshotLength }, (_, position) => found.snapshotItem(position));
      };
      const holds = (condition, at) => file.evaluate(condition, at, resolver, XPathResult.BOOLEAN_TYPE).booleanValue;
      const all = (paths, at) => [...new Set(paths)].flatMap((path) => find(path, at));
      const text = (node) => node.nodeValue ?? node.textContent;
      const date = (path, at) =>
        (path === "NOW" ? new Date().toISOString() : all([path], at).map(text)[0])?.slice(0, 10);
      const sum = (nodes) => nodes.reduce((total, node) => total + Number(text(node)), 0);
      const is = (total, wanted) => Math.abs(total - wanted) < 1e-9;
      const nextYear = (day) => `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}`;
      const kinds = {
        atleast_one: ({ paths }, at) => all(paths, at).length > 0,
        no_more_than_one: ({ paths }, at) => all(paths, at).length <= 1,
        dependent: ({ paths }, at) => new Set(paths.map((path) => find(path, at).length > 0)).size <= 1,
        unique: ({ paths }, at) => new Set(all(paths, at).map(text)).size === all(paths, at).length,
        sum: ({ paths, sum: wanted }, at) => all(paths, at).length === 0 || is(sum(all(paths, at)), wanted),
        strict_sum: ({ paths, sum: wanted }, at) => is(sum(all(paths, at)), wanted),
        regex_matches: ({ paths, regex }, at) => all(paths, at).every((node) => new RegExp(regex).test(text(node))),
        regex_no_matches: ({ paths, regex }, at) => !all(paths, at).some((node) => new RegExp(regex).test(text(node))),
        startswith: ({ paths, start }, at) =>
          all(paths, at).every((node) => text(node).startsWith(text(find(start, at)[0]))),
        date_order: ({ less, more }, at) => !(date(less, at) > date(more, at)),
        time_limit: ({ start, end }, at) => date(end, at) < nextYear(date(start, at)),
        // Not of the specification: the standard says it of budgets in words only.
        apart: ({ items, start, end }, at) => {
          const times = find(items, at)
            .map((item) => [date(start, item), date(end, item)])
            .sort();
          return times.every(([first], nth) => nth === 0 || times[nth - 1][1] < first);
        },
        if_then: (rule, at) => !holds(rule.if, at) || holds(rule.then, at),
      };
      const broken = [];
      for (const [context, rules] of Object.entries(ruleset)) {
        for (const [kind, { cases }] of Object.entries(rules)) {
          if (!kinds[kind]) throw new Error(`a rule of the kind ${kind}, which is not known here`);
          for (const rule of cases) {
            for (const at of find(context, file)) {
              if (rule.condition && !holds(rule.condition, at)) continue;
              if (!kinds[kind](rule, at)) broken.push(`${context}: ${kind} ${JSON.stringify(rule)}`);
            }
          }
        }
      }
      return broken;
    },
    { xml, ruleset },
  );
}

// What the standard asks for beyond the rule set that comes with the schema:
// its pages on sectors, budgets, countries and texts.
const DAC = "sector[@vocabulary='1' or not(@vocabulary)]";
const LIMITS = { start: "period-start/@iso-date", end: "period-end/@iso-date" };
export const STANDARD = {
  "//iati-activity": {
    unique: { cases: [{ paths: ["reporting-org/@ref", "iati-identifier"] }] },
    startswith: { cases: [{ start: "reporting-org/@ref", paths: ["iati-identifier"] }] },
    regex_no_matches: { cases: [{ regex: "[\\/&|?]|^\\s|\\s$", paths: ["iati-identifier", "reporting-org/@ref"] }] },
    apart: { cases: [{ items: "budget", ...LIMITS }] },
    strict_sum: { cases: [{ condition: `count(${DAC}) > 1`, paths: [`${DAC}/@percentage`], sum: 100 }] },
    if_then: {
      cases: [
        { if: "sector", then: "not(transaction/sector)" },
        { if: "transaction/sector", then: "not(transaction[not(sector)])" },
        { if: `count(${DAC}) = 1`, then: `not(${DAC}/@percentage) or ${DAC}/@percentage = 100` },
        { if: `count(${DAC}) > 1`, then: `count(${DAC}) = count(${DAC}/@percentage)` },
        { if: "true()", then: "recipient-country or recipient-region" },
        { if: "count(recipient-country) + count(recipient-region) = 1", then: "not(*/@percentage != 100)" },
        {
          if: "sector[@vocabulary='98' or @vocabulary='99']",
          then: "not(sector[@vocabulary='98' or @vocabulary='99'][not(narrative)])",
        },
      ],
    },
  },
  "//budget": {
    time_limit: { cases: [LIMITS] },
  },
  "//narrative": { regex_matches: { cases: [{ regex: "\\S", paths: ["."] }] } },
  "//title | //description": { atleast_one: { cases: [{ paths: ["narrative/text()"] }] } },
  "//result/indicator/period/*[@value]": {
    if_then: { cases: [{ if: "../../@measure != '5'", then: "number(@value) = @value" }] },
  },
};
