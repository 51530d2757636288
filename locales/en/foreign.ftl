## Sending through a foreign messenger

foreign-shut = Here I only keep order in chats: I tell of what was hidden and take objections. The school sends nothing else through a foreign messenger: the law restricts it. Please write to me on the school's platform.
group-foreign-shut = Here I only keep order. The school sends nothing else through a foreign messenger: the law restricts it. Please write to me on the school's platform.
foreign-is-shut = Through Telegram go only messages about order in chats and the notice of the move: the law restricts a school's communication through foreign messengers. If the school has a ground to write other things too, name the order: /setup telegram приказ 12 от 01.09.2026.
foreign-is-open = The school writes through Telegram. Ground: order no. { $number } of { $date }. To stop: /setup telegram выключить.
foreign-opened = The ground is recorded: order no. { $number } of { $date }. Now I write through Telegram too. To stop: /setup telegram выключить.
foreign-closed = Through Telegram now go only messages about order in chats and the notice of the move.
foreign-form = Give number and date of an order that is issued already: /setup telegram приказ 12 от 01.09.2026.
