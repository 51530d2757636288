# Self-check: the bot in Telegram.

telegram-check-token = Telegram: bot token
telegram-check-token-mend = Open @BotFather in Telegram, send /mybots, choose the bot, “API Token”, and put the token into TELEGRAM_TOKEN.
telegram-check-webhook = Telegram: address of the webhook
telegram-check-webhook-mend = Put the bot's public address with the path /telegram/webhook into TELEGRAM_WEBHOOK_URL and start the bot again.
telegram-check-updates = Telegram: kinds of updates
telegram-check-updates-mend = Put the address into TELEGRAM_WEBHOOK_URL and start the bot again: it asks for what it needs by itself.
telegram-check-delivery = Telegram: updates arrive
telegram-check-delivery-mend = See whether the address of TELEGRAM_WEBHOOK_URL can be reached from the Internet and leads to this bot.
doctor-telegram-away = Telegram does not answer
doctor-telegram-away-mend = See whether this computer reaches the address of TELEGRAM_API_URL: from Russia Telegram may be out of reach; then a relay of your own outside it is needed.
doctor-telegram-chat-mend = In the group open “Administrators”, add the bot, and let it delete messages, ban users, invite by links and pin messages.
