# Questions to a person of the school.

help-request = /request May I come on Wednesday? – ask the class teacher or the administration; the answer comes here
enquiry-what = Write your question: I shall pass it on to { $who }.
enquiry-preview = Pass it on to { $who }?

    { $words }
enquiry-long = The question is longer than one message. Please shorten it.
enquiry-nobody = There is nobody to pass it on to at the moment. Please call the school.
enquiry-unreached = This person is not linked to the bot at the moment. Please use another way.
enquiry-sent = Request No. { $number } { $when ->
    [morning] will be passed on in the morning, after the quiet hours.
   *[now] was passed on. The answer will come here.
}
enquiry-card = Request No. { $number }. { $who }{ $classes ->
    [none] { "" }
   *[other] , { $classes }
}:

    { $words }
enquiry-your-reply = Write your answer: I shall pass it on personally.
enquiry-reply = The answer to request No. { $number }. { $who }:

    { $words }
enquiry-replied = The answer was passed on.
enquiry-gone = This request is no longer open.
enquiry-cancelled = All right, nothing is passed on.
button-enquiry-send = Pass it on
button-enquiry-reply = Answer
