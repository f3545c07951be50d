"""What mail programs write in many languages is nobody's own words, though we know nothing of the letter."""

from email.message import EmailMessage

import pytest

from mailflow.reading.languages import ORIGINAL, SENT_FROM, folded
from mailflow.reading.message import Machine, Message, read_message
from mailflow.reading.own_words import own_words

OWN = "Hand over the outcome."

# As Gmail, Outlook, Apple Mail, Thunderbird, Yahoo and Proton write them.
ATTRIBUTIONS = """
On Mon, Nov 30, 2026 at 10:00 AM Lee <lee@x.example> wrote:
On 30/11/2026 10:00, Lee wrote:
On Monday, November 30th, 2026 at 10:00, Lee <lee@x.example> wrote:
Am 30.11.26 um 10:00 schrieb Lee:
Am Mo., 30. Nov. 2026 um 10:00 Uhr schrieb Lee <lee@x.example>:
Am Montag, 30. November 2026 um 10:00:00 MEZ hat Lee <lee@x.example> Folgendes geschrieben:
Le lun. 30 nov. 2026 à 10:00, Lee <lee@x.example> a écrit :
Le 30/11/2026 à 10:00, Lee a écrit :
El lun, 30 nov 2026 a las 10:00, Lee (<lee@x.example>) escribió:
El 30/11/26 a las 10:00, Lee escribió:
En lunes, 30 de noviembre de 2026, 10:00:00 CET, Lee <lee@x.example> escribió:
Il giorno lun 30 nov 2026 alle ore 10:00 Lee <lee@x.example> ha scritto:
Il 30/11/2026 10:00, Lee ha scritto:
Op ma 30 nov. 2026 om 10:00 schreef Lee <lee@x.example>:
Op 30-11-2026 om 10:00 schreef Lee:
Op 30 nov. 2026 om 10:00 heeft Lee <lee@x.example> het volgende geschreven:
Em seg., 30 de nov. de 2026 às 10:00, Lee <lee@x.example> escreveu:
Lee <lee@x.example> escreveu (segunda, 30/11/2026 à(s) 10:00):
Às 10:00 de 30/11/2026, Lee escreveu:
Den mån 30 nov. 2026 kl 10:00 skrev Lee <lee@x.example>:
30 nov. 2026 kl. 10:00 skrev Lee <lee@x.example>:
Den 2026-11-30 kl. 10:00, skrev Lee:
Den 30. nov. 2026 kl. 10.00 skrev Lee <lee@x.example>:
Den 30.11.2026 kl. 10.00 skrev Lee:
mandag den 30. november 2026 kl. 10.00.00 CET skrev Lee <lee@x.example>:
man. 30. nov. 2026 kl. 10:00 skrev Lee <lee@x.example>:
Den 30.11.2026 10:00, skrev Lee:
ma 30. marrask. 2026 klo 10.00 Lee (lee@x.example) kirjoitti:
Lee <lee@x.example> kirjoitti 30.11.2026 kello 10.00:
Lee kirjoitti 30.11.2026 klo 10.00:
pon., 30 lis 2026 o 10:00 Lee <lee@x.example> napisał(a):
Wiadomość napisana przez Lee <lee@x.example> w dniu 30 lis 2026, o godz. 10:00:
W dniu 30.11.2026 o 10:00, Lee pisze:
W dniu poniedziałek, 30 listopada 2026 10:00:00 CET użytkownik Lee <lee@x.example> napisał:
po 30. 11. 2026 v 10:00 odesílatel Lee <lee@x.example> napsal:
30. 11. 2026 v 10:00, Lee <lee@x.example>:
Dne 30. 11. 26 v 10:00 Lee napsal(a):
пн, 30 нояб. 2026 г. в 10:00, Lee <lee@x.example>:
30 нояб. 2026 г., в 10:00, Lee <lee@x.example> написал(а):
30.11.2026 10:00, Lee пишет:
Понедельник, 30 ноября 2026, 10:00 +03:00 от Lee <lee@x.example>:
В понедельник, 30 ноября 2026 г. в 10:00:00 GMT+3 пользователь Lee <lee@x.example> написал:
пн, 30 лист. 2026 р. о 10:00 Lee <lee@x.example> пише:
30.11.26 10:00, Lee пише:
Lee <lee@x.example>, 30 Kas 2026 Pzt, 10:00 tarihinde şunu yazdı:
Lee <lee@x.example> şunları yazdı (30 Kas 2026 10:00):
30.11.2026 10:00 tarihinde Lee yazdı:
2026年11月30日(月) 10:00 Lee <lee@x.example>:
2026/11/30 10:00、Lee <lee@x.example>のメール:
2026年11月30日(月) 10:00 Lee さんは書きました:
Lee <lee@x.example> 于2026年11月30日周一 10:00写道：
在 2026年11月30日，上午10:00，Lee <lee@x.example> 写道：
在 2026/11/30 10:00, Lee 写道:
Lee <lee@x.example> 於 2026年11月30日 週一 上午10:00寫道：
2026년 11월 30일 (월) 오전 10:00, Lee <lee@x.example>님이 작성:
2011/4/7 Lee Ray <lee@x.example>
""".strip().split("\n")

# Outlook's four lines; some put a wide colon behind them and no blank.
HEADER_BLOCKS = """
From Sent To Subject
Von Gesendet An Betreff
De Envoyé À Objet
De Enviado Para Asunto
Da Inviato A Oggetto
Van Verzonden Aan Onderwerp
Från Skickat Till Ämne
Fra Sendt Til Emne
Lähettäjä Lähetetty Vastaanottaja Aihe
Od Wysłano Do Temat
Od Odesláno Komu Předmět
От Отправлено Кому Тема
Від Надіслано Кому Тема
Kimden Gönderildi Kime Konu
差出人 送信日時 宛先 件名
发件人 发送时间 收件人 主题
寄件者 寄件日期 收件者 主旨
보낸사람 보낸날짜 받는사람 제목
""".strip().split("\n")

SEPARATORS = """
-----Original Message-----
‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐
---- Lee Ray wrote ----
-----Ursprüngliche Nachricht-----
-------- Weitergeleitete Nachricht --------
-----Message d'origine-----
-------- Message transféré --------
-----Mensaje original-----
---------- Mensaje reenviado ---------
-----Messaggio originale-----
-------- Messaggio Inoltrato --------
-----Oorspronkelijk bericht-----
-------- Doorgestuurd bericht --------
-----Mensagem original-----
-------- Mensagem reencaminhada --------
-----Ursprungligt meddelande-----
-------- Vidarebefordrat meddelande --------
-----Oprindelig meddelelse-----
-------- Videresendt meddelelse --------
-----Opprinnelig melding-----
-------- Videresendt melding --------
-----Alkuperäinen viesti-----
-------- Välitetty viesti --------
-----Oryginalna wiadomość-----
-------- Przekazana wiadomość --------
-----Původní zpráva-----
---------- Původní e-mail ----------
-----Исходное сообщение-----
-------- Пересылаемое сообщение --------
-----Оригінальне повідомлення-----
-------- Переслане повідомлення --------
-----Özgün İleti-----
-------- İletilmiş Mesaj --------
-----元のメッセージ-----
-------- 転送されたメッセージ --------
-----邮件原件-----
------------------ 原始邮件 ------------------
-------- 转发的邮件 --------
-----原始郵件-----
-----원본 메시지-----
""".strip().split("\n")

SENT_FROM_LINES = """
Sent from my iPhone
Sent from Mail for Windows
Get Outlook for iOS
Sent with Proton Mail secure email.
Sent wirelessly from my BlackBerry
Von meinem iPhone gesendet
Gesendet mit der Telekom Mail App
Outlook für iOS beziehen
Envoyé de mon iPhone
Télécharger Outlook pour iOS
Enviado desde mi iPhone
Obtener Outlook para Android
Inviato da iPhone
Ottieni Outlook per iOS
Verstuurd vanaf mijn iPhone
Outlook voor iOS downloaden
Enviado do meu iPhone
Obter o Outlook para iOS
Skickat från min iPhone
Hämta Outlook för iOS
Sendt fra min iPhone
Hent Outlook til iOS
Skaff Outlook for iOS
Lähetetty iPhonesta
Hanki Outlook for iOS
Wysłane z iPhone'a
Pobierz program Outlook dla systemu iOS
Odesláno z iPhonu
Stáhnout Outlook pro iOS
Отправлено с iPhone
Отправлено из мобильной Почты Mail.ru
Надіслано з iPhone
iPhone'umdan gönderildi
iOS için Outlook'u edinin
iPhoneから送信
Outlook for iOS を入手
发自我的 iPhone
发自我的iPhone
從我的 iPhone 傳送
获取 Outlook for iOS
나의 iPhone에서 보냄
""".strip().split("\n")


def read(text: str) -> str:
    """The own words of a plain mail from a stranger."""
    return own_words(Message(digest="d", text=text), ()).text


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_an_attribution_begins_history(line: str) -> None:
    """Who wrote when, whatever the language: below it stands somebody else's text."""
    assert read(f"{OWN}\n\n{line}\n\nWhat Lee wrote before.") == OWN


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_no_line_of_ones_own_is_lost_to_an_attribution_below_it(line: str) -> None:
    """Some programs leave no empty line before it."""
    assert read(f"{OWN}\n{line}\n\nWhat Lee wrote before.") == OWN


@pytest.mark.parametrize("keys", HEADER_BLOCKS)
@pytest.mark.parametrize("colon", [": ", " : ", "：", ":\u00a0"])
def test_a_header_block_begins_history(keys: str, colon: str) -> None:
    """Sender, day, receiver and subject, in the words of Outlook."""
    sender, sent, to, subject = keys.split(" ")
    block = (
        f"{sender}{colon}Lee <lee@x.example>\n{sent}{colon}30.11.2026 10:00\n"
        f"{to}{colon}Ada <ada@x.example>\n{subject}{colon}Re: coffee"
    )
    assert read(f"{OWN}\n\n{block}\n\nWhat Lee wrote before.") == OWN


@pytest.mark.parametrize("line", SEPARATORS)
def test_a_separator_begins_history(line: str) -> None:
    """With nothing below it but the text."""
    assert read(f"{OWN}\n\n{line}\n\nWhat Lee wrote before.") == OWN


@pytest.mark.parametrize("line", SENT_FROM_LINES)
def test_what_a_telephone_adds_is_nobodys_words(line: str) -> None:
    """Above the history, below the answer."""
    assert read(f"{OWN}\n\n{line}") == OWN


@pytest.mark.parametrize(
    "text",
    [
        "From 2026 on, write down who decides:",
        "Op tijd beginnen, en vraag wie er schreef:",
        "Den som skrev mest bör tala minst:",
        "Когда кто-то пишет в 10:00, не отвечай сразу.",
        "在会议上写道歉信没有用。",
        "Från dag ett: fråga.\nTill dem: lyssna.",
    ],
)
def test_advice_with_the_words_of_mail_programs_is_kept(text: str) -> None:
    """A from, a till, a wrote: ordinary words, where nobody's address or hour stands beside them."""
    assert read(f"{text}\n\n{OWN}") == f"{text}\n\n{OWN}"


def test_words_without_blanks_are_found_inside_a_run() -> None:
    """Japanese and Chinese put nothing between words."""
    assert ORIGINAL.search("以下是原始邮件内容") is not None
    assert SENT_FROM.match(folded("iPhoneから送信しました")) is not None


def test_a_turkish_capital_is_folded_to_one_letter() -> None:
    """Else its dot stands between the letters of the word."""
    assert folded("İletilen") == "iletilen"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Automatyczna odpowiedź: Pytanie", "Dziękuję za wiadomość. Jestem na urlopie do 14 grudnia."),
        ("Autosvar: En fråga", "Tack för ditt mejl. Jag är på semester till den 14 december."),
        ("Automatisk svar: Et spørgsmål", "Tak for din mail. Jeg er på ferie indtil den 14. december."),
        ("Автоответ: Вопрос", "Спасибо за ваше письмо. Я в отпуске до 14 декабря."),
        (
            "Otomatik yanıt: Bir soru",
            "Mesajınız için teşekkür ederim. Yıllık izindeyim, en kısa sürede yanıtlayacağım.",
        ),
        ("自動返信: 質問", "ご連絡ありがとうございます。休暇中のため、戻り次第ご返信します。"),
        ("自动回复：一个问题", "感谢您的来信。我正在休假，返回后尽快回复。"),
    ],
)
def test_an_automatic_reply_is_known_without_its_header(subject: str, text: str) -> None:
    """Some servers mark it in no way but by its words."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ada <ada@works.example>", subject
    mail.set_content(text)
    assert read_message(mail.as_bytes()).machine is Machine.AUTO_REPLY
