membership-welcome-back = Thank you, now you may write in the chat “{ chat-name }”.
membership-hello = { $reader ->
    [student] Hello, { $name }! You are in the chat “{ chat-name }” now. Write politely and to the point. If something worries you, write to your class teacher or to me here.
   *[other] Hello, { $name }! You are in the chat “{ chat-name }” now. What I can do: /help.
}
group-hello-parents = Dear parents! This is the chat of the parents of class { $class }. Questions about one child are for the class teacher in private. The school's helper bot looks for rudeness, personal data and dangerous links; it keeps no ordinary messages, and what was hidden it keeps encrypted until the decision and 30 days after. Taking part is voluntary. The rules are in the pinned message; more: /бот_и_данные, /положение.
group-hello-students = Hello everybody! This is the chat of class { $class }. We write politely and to the point, post no photographs, numbers or addresses of others and open no unknown links. If something worries you, write to your class teacher or to me in private.
group-pinned-rules = The rules of our chat: { $rules }. Questions and objections: /help.
membership-rules = 1) we respect each other ({ $polite }); 2) we publish no personal data or photographs of others without consent ({ $rights }){ $adopted ->
    [yes] ; 3) we write to the point, private questions in private; 4) from { $from } to { $to } the chat rests – tell the class teacher what is urgent; 5) no advertising, collections of money or campaigning
   *[no] { "" }
}
membership-pupil = This chat is for parents. Please ask your mother or father to open the link on their own phone. Your chats: /me.
membership-misplaced = { $reader ->
    [student] By the school's list you are not in the chat “{ chat-name }”, so you cannot write there yet. If this is a mistake, tell your class teacher.
   *[other] By the school's list you are not in the chat “{ chat-name }”, so you cannot write there yet. If this is a mistake, tell the class teacher.
}
group-membership-alien = This chat is closed: those whom the school invited may write here. If you were invited, write the personal code to the school's community in private. If you have no code, ask the class teacher for it.
group-membership-pupil = This chat is for parents. Please ask your mother or father to open the link on their own phone.
membership-foreign-adder = Other communities and bots take no part in the chat “{ chat-name }”, so the one you added was removed. If it is needed for learning, turn to the platform administrator.
membership-found = Chat “{ chat-name }”: { $finding ->
    [alien] somebody came in whom the school does not know, and cannot write.
    [foreign] another community or a bot was added, and removed.
    [left] somebody came in who is no longer of the school ({ $who }), and was removed.
    [pupil] a pupil came in ({ $who }), but the chat is for parents; the pupil cannot write.
   *[misplaced] somebody came in who is not on the list here ({ $who }).
}{ $added ->
    [yes] { " " }Added by { $adder }
   *[no] { "" }
}{ $finding ->
    [alien] { " " }If it was by the link, the link has changed.
   *[other] { "" }
}
membership-excluded = Removed from the chat “{ chat-name }”.
membership-admitted = May write in the chat “{ chat-name }” now.
membership-own = Issue a personal invite: /invites and the surname. When the person writes me the code, writing in the chat “{ chat-name }” is possible.
membership-stays = All right: reading only in the chat “{ chat-name }”.
membership-not-admitted = This member cannot stay in the chat “{ chat-name }” for now: reading only. More, if you may see it: /find and the surname.
membership-over = This is decided already, or nobody is there any more.
button-membership-exclude = Remove
button-membership-own = One of us, I will send a code
button-membership-admit = Keep by the school's decision
button-membership-leave = Reading only
join-offer = If you have no personal code, I will pass your wish to join the chat “{ chat-name }” on to the administrator.
join-name = Please write your surname and name. I do not keep them: I only compare them with the school's list and pass your wish on.
join-code = This looks like a personal code. Send it like this: /code XXXX-XXXX.
join-asked = Your wish was passed on to the administrator. The answer will come here.
join-waits = The administrator has your wish already. The answer will come here.
join-card = Request to join the chat “{ chat-name }”: { $count ->
    [0] the name is nobody's. It cannot be accepted: the person has to be on the school's list first.
   *[other] names that match: { $count }, the link is not confirmed ({ $who }). A name proves nothing: if you accept, I issue a personal code, please hand it to the person yourself.
}
join-hand-over = The card below is for { $who } in person. By it the person confirms who it is.
join-accepted = Your wish was accepted. The school will hand you a personal code; write it to me here and you may write in the chat.
join-declined = The administrator has declined your wish to join the chat “{ chat-name }”. If you are a parent, please turn to the class teacher.
join-ask-teacher = A request to join the chat “{ chat-name }”; the administrator decides. { $count ->
    [0] The school's list has no such person.
   *[other] By name it could be { $who }, but nothing confirms it.
} If you know who it is, tell the administrator.
join-snack-accepted = Accepted, a code was issued
join-snack-declined = Declined
join-snack-asked = The class teacher was asked
join-snack-no-teacher = The class teacher is not linked yet
button-join-ask = Ask to join
button-join-accept = Accept
button-join-decline = Decline
button-join-teacher = Ask the class teacher

membership-summary = The chat “{ chat-name }” compared with the school's list:
    { $lines }
membership-line = { $what ->
    [blind] – watching is impossible: I cannot see who is there. Make the school's community an administrator of the chat.
    [partly] – I do not see everybody: this messenger shows no list of members to a bot. Compared were those the school knows and who wrote or came in since I am here; please look through the others yourself.
    [missing] – have not joined: { $count }. The command /invites tells whom to invite.
    [alien] – unknown to the school: { $count }. They cannot write.
    [foreign] – other communities and bots: { $count }. Removed.
    [left] – no longer of the school: { $count }. Removed.
    [stuck] – to be taken out, but the messenger did not let me: { $count }. Please take them out yourself.
    [pupil] – pupils in a chat of parents: { $count }. They cannot write.
    [met-alien] – have not introduced themselves by a personal code yet: { $count }. They may write, newcomers without a code may not. Codes: /invites.
    [met-foreign] – other communities and bots: { $count }.
    [met-pupil] – pupils in a chat of parents: { $count }.
    [met-misplaced] – not of this chat by the list: { $count }. They may write.
   *[misplaced] – not of this chat by the list: { $count }.
}
membership-channel = Only the bot and the administrators write in “{ chat-name }”, so your message was hidden. If it is to be published, give the text to the platform administrator.
