# Pauses: the bot writes nothing of itself for a while.

help-pause = /pause school until tomorrow 8:00 – stop automatic posts; also: 5A, for 2 hours, end, list; in a chat – for that chat
pause-school = the whole school
pause-class = class { $class }
pause-chat = chat { $room }
pause-set = Automatic posts are paused until { $date } { $time }: { $where }. Urgent announcements and alarms still come. To end it earlier: /pause end.
pause-ended = The pause is over: { $where }.
pause-not = There is no pause: { $where }. All pauses: /pause list.
pause-none = There are no pauses now.
pauses = Paused now:
    { $lines }
pause-line = – { $where }: until { $date } { $time }
pause-when = I do not understand until when. For example: /pause school until tomorrow 8:00, or /pause 5A for 2 hours.
pause-long = A pause is no longer than two months. Please name an earlier time.
