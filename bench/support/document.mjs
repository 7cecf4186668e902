// docs/benchmarks.md: a section a command, of which the newest replaces the last.

// The document with `content` below the heading `title`, which comes last where it
// is new. Everything else stays as it is.
export function replaced(document, title, content) {
  const section = `## ${title}\n\n${content.trim()}\n`;
  const parts = document.trimEnd().split(/\n(?=## )/);
  const at = parts.findIndex((part) => part.startsWith(`## ${title}\n`));
  if (at < 0) parts.push(section);
  else parts[at] = section;
  return `${parts.map((part) => part.trim()).join("\n\n")}\n`;
}
