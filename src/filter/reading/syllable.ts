/** The sounds a Vietnamese syllable can begin with, in letters without marks. */
const onsets = ' b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ');

/** What can follow them, without marks. */
const rimes = `a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu
  i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi om on ong ooc oong op ot
  u ua uan uang uat uay uau uc ue uech uenh ui uich uinh um un ung uo uoc uoi uom uon uong uop uot uou up ut uu
  uy uya uych uyen uyet uynh uyt uyu y yem yen yet yeu ynh`.split(/\s+/);

/** What else is written without a space between it and its neighbours. */
const abbreviations = 'dm dmm dcm dkm vl vcl vkl cl clgt lol loz'.split(' ');

const plain = 1;
const loose = 2;

/** All syllables as a tree: at `node * 26 + letter` the next node, and for each node what ends there. */
const { next, ends } = treeOf();

function treeOf() {
  const next: number[] = Array(26).fill(0);
  const ends: number[] = [0];
  for (const onset of onsets)
    for (const rime of rimes) put(next, ends, onset + rime, fits(onset, rime) ? plain | loose : loose);
  for (const abbreviation of abbreviations) put(next, ends, abbreviation, loose);
  return { next: Int32Array.from(next), ends: Uint8Array.from(ends) };
}

function put(next: number[], ends: number[], letters: string, end: number): void {
  let node = 0;
  for (const letter of letters) {
    const edge = node * 26 + letter.charCodeAt(0) - 97;
    if (!next[edge]) {
      next[edge] = ends.length;
      ends.push(0);
      for (let more = 0; more < 26; more++) next.push(0);
    }
    node = next[edge] ?? 0;
  }
  ends[node] = (ends[node] ?? 0) | end;
}

/** Spelling knows `k`, `gh`, `ngh` before e, i, y and `c`, `ng` before the others; the young do not. */
function fits(onset: string, rime: string): boolean {
  const narrow = /^[eiy]/.test(rime);
  return narrow ? onset !== 'c' && onset !== 'ng' : !['k', 'gh', 'ngh'].includes(onset);
}

/** Where one more letter leads from a node of the tree of syllables, 0 if nowhere; it begins at 0. */
export function step(node: number, code: number): number {
  return code >= 97 && code <= 122 ? (next[node * 26 + code - 97] ?? 0) : 0;
}

/** Whether the letters that led to a node are a syllable. */
export function isEnd(node: number): boolean {
  return ((ends[node] ?? 0) & plain) > 0;
}

/** Whether letters without marks can be a syllable. */
export function isSyllable(bare: string): boolean {
  let node = 0;
  for (let at = 0; at < bare.length; at++) {
    node = step(node, bare.charCodeAt(at));
    if (node === 0) return false;
  }
  return isEnd(node);
}

/** The ends of the fewest syllables that letters written in one piece can be cut into; none if they cannot. */
export function syllableEnds(bare: string): number[] {
  const cuts: (Cut | undefined)[] = [{ count: 0, from: 0 }];
  for (let from = 0; from < bare.length; from++) {
    const before = cuts[from];
    if (before) extend(bare, from, before.count + 1, cuts);
  }
  const found: number[] = [];
  if (!cuts[bare.length]) return found;
  for (let end = bare.length; end > 0; end = cuts[end]?.from ?? 0) found.push(end);
  return found.reverse();
}

/** The fewest syllables up to a place, and where the last of them begins. */
interface Cut {
  count: number;
  from: number;
}

// A syllable has at most seven letters, so each place costs a bounded number of steps.
function extend(bare: string, from: number, count: number, cuts: (Cut | undefined)[]): void {
  let node = 0;
  for (let end = from; end < bare.length; end++) {
    node = step(node, bare.charCodeAt(end));
    if (node === 0) return;
    const known = cuts[end + 1];
    if (((ends[node] ?? 0) & loose) > 0 && (!known || count < known.count)) cuts[end + 1] = { count, from };
  }
}
