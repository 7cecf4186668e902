// The words of the time axis: twelve names, and a day with {month} and {day}.
export interface Calendar {
  months: string[];
  day: string;
}

// A tick of the time axis, in UTC: a year, a month, or a day.
export function tick({ months, day }: Calendar, milliseconds: number, level: number): string {
  const date = new Date(milliseconds);
  const month = months[date.getUTCMonth()] ?? "";
  if (date.getUTCDate() !== 1) return day.replace("{month}", month).replace("{day}", `${date.getUTCDate()}`);
  if (date.getUTCMonth() !== 0) return month;
  // Among months the years stand out.
  return level > 0 ? `{primary|${date.getUTCFullYear()}}` : `${date.getUTCFullYear()}`;
}
