## Pictures of messages: `dezhurny doctor`

doctor-pictures = Pictures
doctor-pictures-off = QR codes and removed photos sent again are seen, text in pictures is not read (PICTURE_TEXT=off)
doctor-pictures-on = QR codes, removed photos sent again and text in pictures are seen
doctor-pictures-absent = text in pictures should be read (PICTURE_TEXT=on), but Tesseract with its Russian data is not on this machine
doctor-pictures-mend = install it: sudo apt-get install tesseract-ocr tesseract-ocr-rus – or set PICTURE_TEXT=off
