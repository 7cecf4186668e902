// A tick of the time axis, in UTC: a year, a month, or a day, in the words that
// the option brings (`months`: twelve names; `day`: with {month} and {day}).
export function tick({ months, day }, milliseconds, level) {
  const date = new Date(milliseconds);
  const month = months[date.getUTCMonth()];
  if (date.getUTCDate() !== 1) return day.replace("{month}", month).replace("{day}", date.getUTCDate());
  if (date.getUTCMonth() !== 0) return month;
  // Among months the years stand out.
  return level > 0 ? `{primary|${date.getUTCFullYear()}}` : `${date.getUTCFullYear()}`;
}
