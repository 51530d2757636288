# Somebody may be in danger: whom people are called for, and what the author alone is told.

call = { $again ->
    [yes] Nobody has taken this call yet.{" "}
   *[no] {""}
}{ $danger ->
    [self-harm] { $who ->
        [student] A pupil’s life may be in danger.
       *[other] The life of somebody in a chat may be in danger.
    } Please telephone now. Details are in the card.
    [threat] Violence is threatened in a school chat. Please look into it now. Details are in the card.
    [alone] A child may be alone at the school. Please telephone now. Details are in the card.
    [sexual] A message of a sexual nature in a school chat. Please look into it. Details are in the card.
    [extremism] A message with signs of extremism in a school chat. Please look into it. Details are in the card.
   *[drugs] A message about drugs in a school chat. Please look into it. Details are in the card.
}
button-call-take = I take it
button-call-show = Show the fragment
button-call-helped = Help was given
button-call-false = False alarm
call-chat = chat “{ chat-name }”
call-dialog = a private message to the bot
call-author = { $name }, { role }{ $class ->
    [none] {""}
   *[other] , { $class }
}
call-author-unknown = not found in the school’s list
call-card = { $date }, { $time }, { $where }.
    Author: { $author }.
    { $hidden ->
        [yes] The message is hidden; nothing was said of it in the chat.
       *[no] The message is not hidden.
    }{ $answer ->
        [unasked] {""}
        [yes] {" "}Asked whether an adult is near, the answer was: yes.
        [no] {" "}Asked whether an adult is near, the answer was: no.
        [words] {" "}Asked whether an adult is near, the author answered in words: they are below, with the message.
        [unreached] {" "}The bot could not write to the author.
       *[silent] {" "}Asked whether an adult is near, the author has not answered yet.
    }
call-shown = { $card }
    { $gone ->
        [yes] The words are destroyed already: their time is over.
       *[no] The words (this look is recorded): “{ $fragment }”
    }{ $answered ->
        [yes] {" "}Answer to the bot: “{ $answer }”
       *[no] {""}
    }
call-yours = The call is yours, the others know.
    { $card }
    { $danger ->
        [self-harm] A person telephones the parents, the bot does not write to them. The numbers are at the school. If there is danger right now: 112.
       *[other] To decide and to talk is for people: the bot writes of it to nobody else. If there is danger right now: 112.
    }
call-taken = The call is taken already: { $name }, { $role }.
call-closed = The call is closed, { $as ->
    [false] it was a false alarm
   *[helped] help was given
}: { $name }, { $role }.
call-closed-yours = The call is closed: { $as ->
    [false] a false alarm. Nothing is recorded against the author.
   *[helped] help was given. Thank you.
} The words will be destroyed in 30 days.
call-more = There is one more message of the same author in the open call: it is in the card.
call-answer = { $answer ->
    [yes] The call: the author says that an adult is near.
    [no] The call: the author says that no adult is near.
    [words] The call: the author answered the bot in words, they are in the card.
    [unreached] The call: the bot could not write to the author. It writes nothing in the chat.
   *[silent] The call: asked whether an adult is near, the author has not answered.
}
call-not-hidden = The call: the messenger did not let the bot hide the message, it stands in the chat. Please delete it by hand.
call-gone = This call is no more: its time is over.
call-not-yours = Only those who were called may open this card.
call-none = You have no open calls.
call-open = { $count ->
    [one] You have { $count } open call.
   *[other] You have { $count } open calls.
}
call-notice = { $reader ->
    [student] Hello! Your message in the chat “{ chat-name }” is hidden: the bot saw in it { $reason } ({ $cited }). An adult will look at it. If this is a mistake, write to your class teacher in private.
   *[other] Hello! Your message in the chat “{ chat-name }” is hidden: the bot saw in it { $reason } ({ $cited }). Somebody of the school will look at it. If this is a mistake, please write to the class teacher in private.
}
crisis = { $reader ->
    [student] I am a bot. I am calling the psychologist and your class teacher for help. If it is dangerous right now, call 112. Helpline: 8-800-2000-122. Is an adult near you?
   *[other] I am a bot. I am calling people of the school for help. If it is dangerous right now, call 112. Helpline: 8-800-2000-122. Is anybody near you?
}
button-crisis-yes = Yes
button-crisis-no = No
crisis-heard = { $reader ->
    [student] { $answer ->
        [yes] Good. Tell this adult that you feel bad: just show my message. People of the school know already and will soon be in touch with you.
       *[no] People of the school know already and will soon be in touch with you. If it is dangerous right now, call 112: it works without money and without a SIM card. Helpline: 8-800-2000-122.
    }
   *[other] { $answer ->
        [yes] Good. Please stay together. People of the school know already and will soon be in touch with you.
       *[no] People of the school know already and will soon be in touch with you. If it is dangerous right now, call 112. Helpline: 8-800-2000-122.
    }
}
crisis-stranger = I am the school’s bot and do not know who is writing. If it is dangerous right now, call 112: it works without money and without a SIM card. Helpline: 8-800-2000-122, free and without a name. Tell an adult whom you trust.
bullying-signal = In the chat “{ chat-name }” the bot saw words that look like a mocking nickname or bullying. Nothing is hidden, and neither the chat nor the author was told: it may be a joke. Please keep an eye on how the class gets on. The psychologist and the deputy head can help. No more of this chat today.
call-false-author = { $reader ->
    [student] Your message in the chat “{ chat-name }” of { $date } { $time } was hidden by mistake, we are sorry. Nothing is recorded against you.
   *[other] Your message in the chat “{ chat-name }” of { $date } { $time } was hidden by mistake. We apologise. Nothing is recorded against you.
}
call-unclosed = The call you took yesterday is still open. If help was given, or it was a false alarm, please close it.
help-call = /call – urgent calls you were called for: who took them, what was done

## `dezhurny doctor`

doctor-calls = Urgent calls
doctor-calls-able = besides class teachers, so many could answer: { $count }
doctor-calls-nobody = there is nobody to call
doctor-calls-classes = the class teacher is not linked to the bot: { $classes }
doctor-calls-mend = give personal codes to the deputy head, the psychologist and the class teachers (/invites) and see that they are linked
doctor-calls-waiting = not taken: { $count }
doctor-calls-take = one of those who were called presses “I take it” (command /call)
