# What is no breach and better spoken of elsewhere. Nothing is counted, the message stays where it is.

everyday-accusation = In the chat “{ chat-name }” somebody writes about a teacher’s work ({ $date }, { $time }). It looks like a complaint. The message stays: criticism without insults is no breach. The bot has told the teacher nothing and has written nothing in the chat. You may want to offer the parents a meeting.
everyday-quarrel = In the chat “{ chat-name }” ({ $date }, { $time }) parents argue about children, and one of the children is named. The message stays and is no breach. It may be better to talk to each family apart, outside the chat.
everyday-quarrel-author = To have what happened between the children looked into, please write to the class teacher in person: it is easier to hear both sides. The message stays in the chat and is no breach.
everyday-illness-author = About a child’s health you can write to the class teacher in person: then only those who need to know do. The message stays in the chat, you have done nothing wrong.
everyday-question = In “{ chat-name }” on { $date } at { $time } the school is asked to answer. A question without an answer: please look into the chat. The message stays where it is and is no breach.
