export type FileFault = 'disguised' | 'program' | 'script' | 'macros' | 'archive';

/** What is wrong with the name of a file, and where in it that is seen. */
export interface NamedFault {
  readonly fault: FileFault;
  readonly start: number;
  readonly end: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Starts when opened. */
const PROGRAMS = words(
  'exe scr com pif msi msix appx cpl jar apk xapk ipa dmg pkg deb rpm run bin lnk hta reg gadget appimage',
);
/** Runs when opened; lessons of informatics write other ones (py, pas, cpp, html). */
const SCRIPTS = words('bat cmd vbs vbe wsf wsh ps1 psm1 jse scpt sh');
const MACROS = words('docm dotm xlsm xltm xlam pptm ppsm potm');
const ARCHIVES = words('zip rar 7z tar gz tgz bz2 xz cab iso img arj lzh zst ace');
/** What a program is dressed up as. */
const HARMLESS = words('pdf doc docx xls xlsx ppt pptx txt rtf odt jpg jpeg png gif webp mp3 mp4 avi mov csv htm html');

/** Marks that turn the direction of reading or are not seen: names have no use for them. */
const TURNED = /[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u2060\ufeff]/u;
const ENDING = /\.([a-z0-9]{1,8})[\s.]*$/i;
/** A long blank pushes the true ending out of sight. */
const PUSHED = /\s{5,}\.[a-z0-9]{1,8}\s*$/i;
const LONGEST = 300;

const kindOf = (ending: string): FileFault | undefined => {
  if (PROGRAMS.has(ending)) return 'program';
  if (SCRIPTS.has(ending)) return 'script';
  if (MACROS.has(ending)) return 'macros';
  return ARCHIVES.has(ending) ? 'archive' : undefined;
};

const runs = (kind: FileFault | undefined): boolean => kind === 'program' || kind === 'script';

/** «отчёт.pdf.exe», «отчёт     .exe», an ending written backwards. */
const disguised = (name: string, before: string, kind: FileFault | undefined): boolean => {
  if (TURNED.test(name)) return true;
  if (!runs(kind)) return false;
  const inner = ENDING.exec(before)?.[1]?.toLowerCase();
  return PUSHED.test(name) || (inner !== undefined && HARMLESS.has(inner));
};

/** Judges the name alone: what is inside is not seen. */
export const faultOf = (name: string): NamedFault | undefined => {
  const tail = name.length > LONGEST ? name.slice(-LONGEST) : name;
  const shift = name.length - tail.length;
  const ending = ENDING.exec(tail);
  const kind = kindOf(ending?.[1]?.toLowerCase() ?? '');
  if (disguised(tail, tail.slice(0, ending?.index ?? tail.length), kind))
    return { fault: 'disguised', start: 0, end: name.length };
  if (kind === undefined || ending === null) return undefined;
  const start = shift + ending.index;
  return { fault: kind, start, end: start + 1 + (ending[1]?.length ?? 0) };
};
