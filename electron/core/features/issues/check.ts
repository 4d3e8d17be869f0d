import type { Readable } from '../../db/open.ts';

/** Gaps, doubles and missing contents among signed issues, in words; an office may own only some of its back issues. */
export function numberingFaults(r: Readable): string[] {
  const rows = r.all<{ name: string; year: number; numbers: string }>(
    `SELECT p.name, i.year, group_concat(i.number) AS numbers FROM (SELECT * FROM issues WHERE signed_at IS NOT NULL ORDER BY number) i
     JOIN publications p ON p.id = i.publication_id GROUP BY p.id, i.year`,
  );
  const gaps = rows.flatMap(({ name, year, numbers }) => {
    const taken = numbers
      .split(',')
      .map(Number)
      .sort((a, b) => a - b);
    return taken.flatMap((number, i) => {
      const before = taken[i - 1];
      if (before === undefined || number === before + 1) return [];
      return [`《${name}》${year}年第${before}期之后是第${number}期`];
    });
  });
  const without = r.all<{ name: string; number: number }>(
    `SELECT p.name, i.number FROM issues i JOIN publications p ON p.id = i.publication_id
     WHERE i.number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM issue_contents c WHERE c.issue_id = i.id)`,
  );
  return [...gaps, ...without.map(({ name, number }) => `《${name}》第${number}期没有签发内容`)];
}
