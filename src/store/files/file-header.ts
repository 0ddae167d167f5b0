import { Buffer } from 'node:buffer';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { readAt } from './log-start.ts';

/**
 * What is wrong with a SQLite file by its first 100 bytes (https://sqlite.org/fileformat2.html#the_database_header): it
 * is none, or shorter than it says and than its log explains. Nobody in this process may have it open, since closing
 * a file lets go of every lock that the process holds on it.
 */
export function findCut(file: string): string | undefined {
  const { bytes: header, size } = readStart(file, 100);
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return 'is not a database of binh-luan';
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  const isCountValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (!isCountValid || size >= pages * pageSize) return undefined;
  const logged = pagesInLog(`${file}-wal`, pageSize);
  for (let page = Math.floor(size / pageSize) + 1; page <= pages; page += 1)
    if (!logged.has(page)) return `is cut: it has ${size} bytes of ${pages * pageSize}`;
  return undefined;
}

/** The pages that a log holds: its frames are of its present round while they carry the salt of its header. */
function pagesInLog(log: string, pageSize: number): Set<number> {
  const pages = new Set<number>();
  if (!existsSync(log)) return pages;
  const descriptor = openSync(log, 'r');
  try {
    const salt = readAt(descriptor, 16, 8);
    for (let at = 32; ; at += 24 + pageSize) {
      const frame = readAt(descriptor, at, 24);
      if (frame.length < 24 || !frame.subarray(8, 16).equals(salt)) return pages;
      pages.add(frame.readUInt32BE(0));
    }
  } finally {
    closeSync(descriptor);
  }
}

function readStart(file: string, length: number): { bytes: Buffer; size: number } {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(descriptor, bytes);
    return { bytes, size: fstatSync(descriptor).size };
  } finally {
    closeSync(descriptor);
  }
}
