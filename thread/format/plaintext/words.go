package plaintext

import (
	"strings"

	"skein/thread/format/lexicon"
)

// whenLabels stand before a date and name nobody.
var whenLabels = lexicon.Set(`date datum fecha data posted time written published`)

// joinedLabels stand before the date of what is told of a commenter.
var joinedLabels = lexicon.Phrases(`joined
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

// nobodies are what a page calls people without a name.
var nobodies = lexicon.Set(`anonymous anonym anonyme anónimo anonimo guest gast invité invitado unknown nobody`)

// nounVerbs are verbs only with a colon: `ann reply:`.
var nounVerbs = lexicon.Set(`reply answer antwort respuesta réponse risposta resposta`)

// replyVerbs are the verbs of those who answer a comment, not the post.
var replyVerbs = lexicon.Set(`reply replied replies answer answered antwort antwortet antwortete respuesta
respondió responde réponse répond répondu risposta resposta respondeu ответил`)

// helperVerbs stand between a name and its verb: `ann hat gesagt`.
var helperVerbs = lexicon.Set(`a ha hat has have había`)

// commentNouns are what a page counts its comments in.
var commentNouns = lexicon.Set(`comment comments reply replies response responses thought thoughts reaction reactions
opinion opinions answer answers kommentar kommentare kommentaren leser-kommentare leserkommentare antwort
antworten reaktion reaktionen gedanke gedanken meinung meinungen comentario comentarios respuesta respuestas
opiniones pensamiento pensamientos commentaire commentaires réponse réponses réaction réactions réflexion
réflexions commento commenti risposta risposte comentário comentários resposta respostas pensamento
pensamentos reactie reacties gedachte gedachten kommentarer svar komentarz komentarze komentarzy odpowiedzi
kommentti kommenttia комментарий комментария комментариев комментарии ответ ответа ответов отзыв отзывов
yorum hozzászólás komentáře komentářů`)

// moreWords are the words for those that are not shown.
var moreWords = lexicon.Set(`more additional other further weitere weiteren más otros autres altri altre mais outros
meer andere flere fler więcej ещё еще`)

// numberWords are the numbers that count lines write out, from none on, but
// those that are other words too.
var numberWords = func() map[string]int {
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

// pronouns are what prose begins with where a header would have a name.
var pronouns = lexicon.Set(`he she it they we i you who which that this what and but so as then someone somebody
everyone everybody nobody one people others another also or if when there here er sie es ich wir man und
aber oder elle il ils on je et mais él ella yo y pero lui lei io e ma`)

// determiners begin a phrase that is no name: `the mayor says:`.
var determiners = lexicon.Set(`the my his her their our your its a an some every no der die das mein meine le la
les mon ma el los mi il lo gli as like first second finally`)

// particles may stand within a name in lower case.
var particles = lexicon.Set(`de da di du la le del della van von der den ter ten of the in from and at y und the
aka bin al el e i`)

// verbStarts is what those begin with.
var verbStarts = lexicon.StartsOf(lexicon.Verbs, nounVerbs)

// countWords is how many words stand in a text, with blanks between them.
func countWords(s string) (n int) {
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
