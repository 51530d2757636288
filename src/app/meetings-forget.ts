import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import type { Known } from './known.js';

/** Appointments of whoever is forgotten, and of the forgotten's child, become free; many share a record with them. */
export const withoutFamily = async (person: string, { records }: Pick<Known, 'records'>): Promise<readonly Change[]> =>
  (await records.all('appointments')).flatMap((held) => {
    const { slots, waiting } = held.value;
    const of = (family: { readonly child: string; readonly person: string } | undefined): boolean =>
      family?.child === person || family?.person === person;
    if (!slots.some(({ taken, offered }) => of(taken) || offered?.child === person) && !waiting.some(of)) return [];
    const left = slots.map(({ at, taken, offered }) => ({
      at,
      ...(taken && !of(taken) && { taken }),
      ...(offered && offered.child !== person && { offered }),
    }));
    return [
      keep('appointments', held.id, { ...held.value, slots: left, waiting: waiting.filter((one) => !of(one)) }, held),
    ];
  });
