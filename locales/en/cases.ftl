# What was taken away, why, and how to object. To an adult and, in simpler words, to a pupil.

moment = { $date } { $time }
button-object = I disagree
reason-two = { $first } and { $second }

notice-warning = { $reader ->
    [student] Hello! Your message of { $time } in “{ chat-name }” is hidden: the bot saw { $reason } in it ({ $cited }). { $advice } This is a warning, it stands for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. If you disagree, press the button: an adult will answer by { $due }.
   *[other] Hello! Your message of { $time } in “{ chat-name }” is hidden, because it contained { $reason } ({ $cited }). { $advice } This is a warning, it stands for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. If you disagree, press “{ button-object }”, and the class teacher will consider your objection by { $due }.
}
notice-read-only = { $reader ->
    [student] Hello! The bot has noted a repeated breach for now ({ $cited }): in a message in “{ chat-name }” it saw { $reason }. Until { $until } this chat can only be read ({ $cited-measure }). An adult will decide whether that is right. You can write to the class teacher privately as usual. If you disagree, press the button: an adult will answer by { $due }.
   *[other] Hello! The bot has noted a repeated breach for now ({ $cited }): a message in “{ chat-name }” contained { $reason }. Until { $until } this chat can only be read ({ $cited-measure }). A person decides, before the limit ends. You can write to the class teacher privately as usual. To object press “{ button-object }”; you are answered by { $due }.
}
notice-hidden = { $reader ->
    [student] Hello! Your message of { $time } in “{ chat-name }” is hidden: the bot saw { $reason } in it ({ $cited }). { $advice } If you disagree, press the button: an adult will answer by { $due }.
   *[other] Hello! Your message of { $time } in “{ chat-name }” is hidden, because it contained { $reason } ({ $cited }). { $advice } If you disagree, press “{ button-object }”; you are answered by { $due }.
}
notice-held = { $reader ->
    [student] Hello! Your message of { $time } in “{ chat-name }” is hidden for now: the bot saw { $reason } in it ({ $cited }). { $advice } The class teacher decides whether it comes back. It is not counted as a breach.
   *[other] Hello! Your message of { $time } in “{ chat-name }” is hidden for now: the bot saw { $reason } in it ({ $cited }). { $advice } The class teacher decides whether it comes back. It is not counted as a breach.
}
group-hidden = A message is hidden: it does not follow the rules of the chat ({ $cited }). Please keep a respectful tone. You may object to me in private.
group-hidden-data = A message with personal data is hidden ({ $cited }). You may object to me in private.
case-read-only = { $reader ->
    [student] Until { $date } { $time } you can only read this chat: your message is hidden. You can write to the class teacher privately as usual.
   *[other] Until { $date } { $time } this chat is read-only for you: your message is hidden. You can write to the class teacher privately as usual.
}
