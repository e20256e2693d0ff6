package format

import (
	"strings"
	"unicode/utf8"
)

// textSet is the set of the words of a text.
func textSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// textPhrases is the set of the lines of a text.
func textPhrases(lines string) map[string]bool {
	set := map[string]bool{}
	for line := range strings.SplitSeq(lines, "\n") {
		set[line] = true
	}
	return set
}

// textMonths has the names of months in twenty languages, one month a line.
var textMonths = func() map[string]int {
	const names = `jan january januar janvier enero ene gennaio gen janeiro januari stycznia января янв jänner tammikuuta ocak ιανουαρίου ianuarie január ledna січня
feb february februar février fevrier fév febrero febbraio fevereiro fev februari lutego февраля фев febr helmikuuta şubat φεβρουαρίου februarie február února лютого
mar march märz mär mrz mars marzo março marco maart mrt marca марта maerz maaliskuuta mart μαρτίου martie március března березня marts
apr april avril avr abril abr aprile kwietnia апреля апр huhtikuuta nisan απριλίου aprilie április dubna квітня
may mai mayo maggio mag maio mei maj maja мая toukokuuta mayıs μαΐου május května травня
jun june juni juin junio giugno giu junho czerwca июня июн kesäkuuta haziran ιουνίου iunie június června червня
jul july juli juillet juil julio luglio lug julho lipca июля июл heinäkuuta temmuz ιουλίου iulie július července липня
aug august août aout agosto ago augustus augusti sierpnia августа авг elokuuta ağustos αυγούστου augusztus srpna серпня
sep sept september septembre septiembre settembre set setembro września сентября сен сент syyskuuta eylül σεπτεμβρίου septembrie szeptember září вересня
oct october oktober okt octobre octubre ottobre ott outubro out października октября окт lokakuuta ekim οκτωβρίου octombrie október října жовтня
nov november novembre noviembre novembro listopada ноября ноя нояб marraskuuta kasım νοεμβρίου noiembrie листопада
dec december dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia декабря дек joulukuuta aralık δεκεμβρίου decembrie prosince грудня desember`
	months := map[string]int{}
	for i, line := range strings.Split(names, "\n") {
		for _, name := range strings.Fields(line) {
			months[name] = i + 1
		}
	}
	return months
}()

var textWeekdays = textSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi
mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo`)

// textWeekdayMarks are weekdays in two or three letters that are words, too,
// but before a number.
var textWeekdayMarks = textSet(`mo di mi do fr sa so lun mer jeu ven sam dim`)

// textHalves tell before a time of day in which half of it that is.
var textHalves = map[string]byte{"上午": 'a', "下午": 'p', "午前": 'a', "午後": 'p', "오전": 'a', "오후": 'p'}

// textDateLinks are the words within a date that say nothing.
var textDateLinks = textSet(`at um à en a las alle às as de of the on den del kl klo om o t das ás la le в г o'clock στις saat`)

var textUnits = textSet(`s sec secs second seconds m min mins minute minutes h hr hrs hour hours d day days w
wk week weeks mo month months y yr year years sekunden sekunde minuten stunde stunden tag tagen tage woche
wochen monat monaten monate jahr jahren jahre minuto minutos hora horas día días dia dias semana semanas
mes meses año años heure heures jour jours semaine semaines mois an ans ora ore giorno giorni`)

// textBefore are the words that put a length of time before now.
var textBefore = textSet(`vor hace il há fa`)

// textAgo are the words that do so behind it.
var textAgo = textSet(`ago her geleden sedan siden fa temu önce назад`)

var textNow = textSet(`yesterday today gestern heute ayer hoy hier ieri oggi`)

// textWhenLabels stand before a date and name nobody.
var textWhenLabels = textSet(`date datum fecha data posted time written published`)

// textJoined stand before the date of what is told of a commenter.
var textJoined = textPhrases(`joined
join date
registered
member since
last visit
last visited
last edited
registriert
registriert seit
mitglied seit
dabei seit
beigetreten
inscrit
inscrit le
inscription
registrado
miembro desde
iscritto
iscritto il
lid geworden op
зарегистрирован`)

// textBadges are what stands beside or below a name for what its bearer is there.
var textBadges = textPhrases(`author
post author
article author
autor
beitragsautor
auteur
autore
op
mod
moderator
admin
administrator
gast
guest
member
mitglied`)

// textNobodies are what a page calls people without a name.
var textNobodies = textSet(`anonymous anonym anonyme anónimo anonimo guest gast invité invitado unknown nobody`)

// textZones are the zones that have one meaning, in hours east of UTC.
var textZones = map[string]int{
	"z": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5,
	"mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2,
}

// textVerbs are the words with which a header says that someone wrote.
var textVerbs = textSet(`says said say saying writes wrote write comments commented replies replied
responds responded answers answered adds added posted opines thinks notes noted asks asked
sagt sagte schreibt schrieb meint meinte kommentiert kommentierte antwortet antwortete gesagt geschrieben
kommentiert dice dijo escribe escribió comenta comentó responde respondió opina
dit écrit ecrit commente répond répondu commenté detto scrive scritto ha commentato
diz disse escreveu comentou respondeu zegt zei schreef schrijft reageerde skrev skriver säger sa sier siger
sanoo kirjoitti sanoi mówi pisze napisał napisała napisał(a) powiedział
пишет написал написала написал(а) говорит сказал сказала сказал(а) ответил
说 説 说道 写道 diyor dedi yazdı ki mondta írta spune řekl napsal`)

// textNounVerbs are verbs only with a colon: `ann reply:`.
var textNounVerbs = textSet(`reply answer antwort respuesta réponse risposta resposta`)

// textReplying are the verbs of those who answer a comment, not the post.
var textReplying = textSet(`reply replied replies answer answered antwort antwortet antwortete respuesta
respondió responde réponse répond répondu risposta resposta respondeu ответил`)

// textHelpers stand between a name and its verb: `ann hat gesagt`.
var textHelpers = textSet(`a ha hat has have había`)

// textNouns are what a page counts its comments in.
var textNouns = textSet(`comment comments reply replies response responses thought thoughts reaction reactions
opinion opinions answer answers kommentar kommentare kommentaren leser-kommentare leserkommentare antwort
antworten reaktion reaktionen gedanke gedanken meinung meinungen comentario comentarios respuesta respuestas
opiniones pensamiento pensamientos commentaire commentaires réponse réponses réaction réactions réflexion
réflexions commento commenti risposta risposte comentário comentários resposta respostas pensamento
pensamentos reactie reacties gedachte gedachten kommentarer svar komentarz komentarze komentarzy odpowiedzi
kommentti kommenttia комментарий комментария комментариев комментарии ответ ответа ответов отзыв отзывов
yorum hozzászólás komentáře komentářů`)

// textMore are the words for those that are not shown.
var textMore = textSet(`more additional other further weitere weiteren más otros autres altri altre mais outros
meer andere flere fler więcej ещё еще`)

// textNumbers are the numbers that count lines write out, from none on, but
// those that are other words too.
var textNumbers = func() map[string]int {
	const words = `no kein keine keinen geen aucun aucune nessun nessuna ningún nenhum nenhuma
one ein eine un una une uno uma um een eén één ett jeden jedna один одна bir yksi
two zwei dos deux due dois duas twee två dwa dwie два две iki
three drei tres trois tre três drie trzy три üç
four vier cuatro quatre quattro quatro fyra cztery четыре dört
five fünf cinco cinq cinque vijf fem pięć пять beş
six sechs seis zes sex seks sześć шесть altı
seven sieben siete sept sette sete zeven sju syv siedem семь yedi
eight acht ocho huit otto oito åtta åtte osiem восемь sekiz
nine neun nueve neuf nove negen nio dziewięć девять dokuz
ten zehn diez dix dieci dez tien tio dziesięć десять
eleven elf onze undici
twelve zwölf doce douze dodici doze twaalf`
	numbers := map[string]int{}
	for n, line := range strings.Split(words, "\n") {
		for _, word := range strings.Fields(line) {
			numbers[word] = n
		}
	}
	return numbers
}()

// textPronouns are what prose begins with where a header would have a name.
var textPronouns = textSet(`he she it they we i you who which that this what and but so as then someone somebody
everyone everybody nobody one people others another also or if when there here er sie es ich wir man und
aber oder elle il ils on je et mais él ella yo y pero lui lei io e ma`)

// textDeterminers begin a phrase that is no name: `the mayor says:`.
var textDeterminers = textSet(`the my his her their our your its a an some every no der die das mein meine le la
les mon ma el los mi il lo gli as like first second finally`)

// textParticles may stand within a name in lower case.
var textParticles = textSet(`de da di du la le del della van von der den ter ten of the in from and at y und the
aka bin al el e i`)

// longestDateWord is the length of the longest word in textDateWords, or more.
const longestDateWord = 24

// textDateWords are all words that a date may begin with.
var textDateWords = func() map[string]bool {
	words := textSet("a an")
	for _, set := range []map[string]bool{textWeekdays, textWeekdayMarks, textBefore, textNow} {
		for w := range set {
			words[w] = true
		}
	}
	for w := range textMonths {
		words[w] = true
	}
	return words
}()

// What these words begin with, which spares most words a look into the sets.
var (
	textDateStarts  = startsOf(textDateWords)
	textJointStarts = startsOf(textDateLinks)
	textVerbStarts  = startsOf(textVerbs, textNounVerbs)
)

// wordStarts holds, for each letter of ASCII that a word begins with, a bit for
// the length of the word.
type wordStarts [utf8.RuneSelf]uint32

const longestStart = 31 // and longer

func startsOf(sets ...map[string]bool) (starts wordStarts) {
	for _, set := range sets {
		for w := range set {
			if w[0] < utf8.RuneSelf {
				starts[w[0]] |= 1 << min(len(w), longestStart)
			}
		}
	}
	return starts
}

// any says whether words begin with a letter, small or not.
func (starts *wordStarts) any(letter byte) bool {
	return letter >= utf8.RuneSelf || starts[letter|0x20] != 0
}

// maybe says whether a word, small or not, can be one of them.
func (starts *wordStarts) maybe(word string) bool {
	return word != "" && (word[0] >= utf8.RuneSelf || starts[word[0]|0x20]>>min(len(word), longestStart)&1 == 1)
}
