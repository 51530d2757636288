import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSay } from '../../src/app/say.js';
import { printFinding } from '../../src/cli/doctor/finding.js';
import { lookAtPictures } from '../../src/cli/doctor/pictures.js';

const say = createSay('ru');
const line = async (wanted: 'off' | 'on', program = '/nonexistent/tesseract') =>
  printFinding(say, await lookAtPictures({ PICTURE_TEXT: wanted }, say, program));

describe('the doctor on pictures', () => {
  it('says that text is not read when nobody wants it', async () => {
    expect(await line('off')).toBe(
      '✓ Картинки – QR-коды и повтор убранных фотографий – да, текст на картинках – нет (PICTURE_TEXT=off)',
    );
  });

  it('says what to install when it is wanted and cannot be', async () => {
    expect(await line('on')).toBe(
      '✗ Картинки – текст на картинках должен читаться (PICTURE_TEXT=on), но программы Tesseract с русским языком на этом компьютере нет. Что сделать: установите её: sudo apt-get install tesseract-ocr tesseract-ocr-rus – или укажите PICTURE_TEXT=off',
    );
  });

  it('is content when the program knows Russian, and is not when it knows English only', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dz-tesseract-'));
    const program = path.join(folder, 'tesseract');
    const knows = async (...languages: readonly string[]) => {
      await writeFile(program, `#!/bin/sh\nprintf '%s\\n' 'List of available languages:' ${languages.join(' ')}\n`);
      await chmod(program, 0o755);
      return line('on', program);
    };
    try {
      expect(await knows('eng', 'rus')).toBe('✓ Картинки – QR-коды, повтор убранных фотографий и текст на картинках');
      expect(await knows('eng')).toMatch(/^✗ Картинки/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
