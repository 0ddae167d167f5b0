import { type Family, keepNumbers } from '../../world/metrics.ts';

/**
 * For where a process is one of many that nobody can ask one by one, as in a Worker: gauges alone, which say what the
 * database holds; what one of them counted would say nothing of the others.
 */
export function plainNumbers(): (readers: Family['readers']) => Promise<string> {
  const gauges: { family: Family; values: Map<string, number> }[] = [];
  keepNumbers((family) => {
    const values = new Map<string, number>();
    if (family.type === 'gauge') gauges.push({ family, values });
    return {
      note: (value, labels) => void values.set(spell(family.name, labels), value),
      clear: () => values.clear(),
    };
  });
  return async (readers) => {
    const told = gauges.filter(
      ({ family, values }) => values.size > 0 && (readers === 'operators' || family.readers === 'anyone'),
    );
    const lines = told.flatMap(({ family, values }) => [
      `# HELP ${family.name} ${family.help}`,
      `# TYPE ${family.name} ${family.type}`,
      ...[...values].map(([name, value]) => `${name} ${value}`),
    ]);
    return `${lines.join('\n')}\n`;
  };
}

function spell(name: string, labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${quoted(text)}"`);
  return pairs.length > 0 ? `${name}{${pairs.join(',')}}` : name;
}

function quoted(text: string): string {
  return text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}
