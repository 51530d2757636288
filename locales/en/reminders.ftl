# Soft words in private: nothing is counted, the message stays where it is.

help-reminders = /reminders – my soft reminders about your messages: on or off
button-no-reminders = Remind me no more
reminders-form = I did not understand. “on” or “off” will do.
reminders-state = { $state ->
    [on] Soft reminders are on. To stop them: /reminders off
   *[off] I shall remind you no more. To have them again: /reminders on
}
remind-quiet = { $reader ->
    [student] Everybody sees the message and will answer in the morning: the chat rests from { $from } to { $to } ({ $cited }). If something urgent has happened or you feel bad, write to me or call 112.
   *[other] Everybody sees the message and will answer in the morning (quiet hours { $from }–{ $to }, { $cited }). Tell the class teacher in person of what is urgent.
}
remind-finding = { $reader ->
    [student] In your message in “{ chat-name }” the bot saw { $reason } ({ $cited }). { $advice } The message stays where it is and is not counted as a breach.
   *[other] In your message in “{ chat-name }” the bot saw { $reason } ({ $cited }). { $advice } The message stays where it is and is not counted as a breach.
}
advice-voice = { $reader ->
    [student] Better write it in words: not everybody can listen now.
   *[other] Please write in words: not everybody can listen now.
}
poll-offer = There are many same answers in a row in “{ chat-name }”. A poll is handier: press “Attach” → “Poll”, and no answer is lost.

## Every Monday, to whoever answers for a chat.

forecast-line = – { $rule }: { $count }
forecast-observe = In the week the bot only watched “{ chat-name }”. Messages that would have been hidden: { $count }.
    { $lines }
    The administrator can show what and why. To let the bot work: /observe off in this chat.
forecast-act = In the week messages hidden in “{ chat-name }”: { $hidden }, objections: { $disputed }, found to be the bot’s mistake: { $reversed }.
    Rules that only watch or remind would have hidden: { $count } more.
    { $lines }
    The administrator can let them act: /настройка правила в наблюдении нет.
