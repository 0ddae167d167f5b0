import { mixAudio } from '../../src/captcha/audio.ts';
import { drawPicture } from '../../src/captcha/picture.ts';
import { readArguments } from '../arguments.ts';
import { audioReader } from './audio-reader.ts';
import { clipsOf } from './clip-files.ts';
import { spreadOf, timesOf } from './cost.ts';
import { priceOfDoors } from './doors.ts';
import { readByOcr } from './ocr.ts';
import { differencesOfRepeats, type Evenness, evennessOfNext, evennessOfPositions } from './prediction.ts';
import { drawSamples, newAnswer, newStyle, random, type Sample } from './sample.ts';
import { rate, tally } from './tally.ts';
import { templateReader } from './template-reader.ts';
import { hasTesseract } from './tesseract.ts';

const { numberOf } = readArguments('npm run bench:captcha -- [--count N]', {
  count: { type: 'string', default: '1000' },
});
const count = numberOf('count', 5, 1_000_000);
/** For what takes a second each. */
const few = Math.ceil(count / 5);
const language = 'vi';

/** Prints what programs read of the captcha, each figure of pictures or sounds drawn for it. */
async function printTable(): Promise<void> {
  const samples = drawSamples(count);
  printCost(samples);
  printPrediction();
  printAudio();
  printTemplates(samples.slice(0, few));
  await printOcr(samples.slice(0, few));
  await printDoors();
}

/** What comments cost an attacker. */
async function printDoors(): Promise<void> {
  for (const [what, figure] of await priceOfDoors()) print(what, figure);
}

async function printOcr(samples: readonly Sample[]): Promise<void> {
  if (!hasTesseract()) return print('OCR (tesseract)', 'not installed');
  const { ways, best, any, anyWithLines } = await readByOcr(samples);
  print('OCR, the best way', `${rate(best.right, samples.length)}: ${best.name}`, samples.length);
  print(`OCR, any of ${ways} ways`, rate(any, samples.length), samples.length);
  print('  without undoing the lines', rate(anyWithLines, samples.length), samples.length);
}

function printTemplates(samples: readonly Sample[]): void {
  const read = templateReader();
  const attempts = samples.map(({ answer, grey }) => ({ answer, read: read(grey) }));
  print('templates of the public fonts', tally(attempts), samples.length);
}

function printPrediction(): void {
  const answers = Array.from({ length: count }, newAnswer);
  print('answers by position', evenness(evennessOfPositions(answers)), count);
  print('answers by the one before', evenness(evennessOfNext(answers)), count);
  const { different, least } = differencesOfRepeats(few);
  const figure = `${different} different pictures, at least ${(100 * least).toFixed(0)} % of the pixels`;
  print('one text in one style', figure, few);
}

function printAudio(): void {
  const clips = clipsOf(language);
  const read = audioReader(clips);
  const attempts = Array.from({ length: few }, () => {
    const answer = newAnswer();
    return { answer, read: read(mixOf(answer, clips)) };
  });
  print(`audio, ${language}, templates of the clips`, tally(attempts), few);
}

function printCost(samples: readonly Sample[]): void {
  const [style, clips] = [newStyle(), clipsOf(language)];
  const drawing = timesOf(() => drawPicture(newAnswer(), style, random), few);
  print('drawing a picture', `${drawing.middle.toFixed(1)} ms`, few);
  const { middle, largest } = spreadOf(samples.map(({ bytes }) => bytes.length));
  print('size of a picture', `${middle} bytes, the largest ${largest}`, samples.length);
  const mixing = timesOf(() => mixOf(newAnswer(), clips), few);
  print('mixing audio', `${mixing.middle.toFixed(1)} ms`, few);
}

function mixOf(answer: string, clips: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const spoken = [...answer].map((character) => clips.get(character) ?? new Uint8Array());
  return mixAudio(spoken, random);
}

function evenness({ statistic, limit }: Evenness): string {
  return `chi-square ${statistic.toFixed(0)} (limit ${limit.toFixed(0)})`;
}

function print(what: string, figure: string, of?: number): void {
  console.log(`${what.padEnd(34)} ${figure}${of ? `, of ${of}` : ''}`);
}

await printTable();
