import { chatRef, dialogRef } from '../../src/domain/refs.js';
import { PARTITIONS, partitionOf } from '../../src/queue/partition.js';

describe('a partition', () => {
  it('is shared by as few chats as can be when a messenger numbers them one after the other', () => {
    const chats = Array.from({ length: PARTITIONS }, (_, at) => chatRef('vk', 2_000_000_001 + at));

    expect(new Set(chats.map(partitionOf)).size).toBe(PARTITIONS);
  });

  it('is one of those that are worked on, whatever a place is called', () => {
    const places = [chatRef('telegram', '-1001234567890'), dialogRef('vk', 1), chatRef('memory', 'учительская')];

    for (const place of places) {
      expect(partitionOf(place)).toBe(partitionOf(place));
      expect([...Array(PARTITIONS).keys()]).toContain(partitionOf(place));
    }
  });
});
