using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>
/// How often the analyser is right about sentences as companies write them. Written for this test and labelled by hand; some are
/// meant to be hard, and not all need be right.
/// </summary>
public sealed class LexiconQualityTests
{
    [Theory]
    [InlineData("en", 0.85)]
    [InlineData("da", 0.85)]
    public void The_macro_F1_on_company_sentences_is_high(string language, double least)
    {
        var sentences = (language == "en" ? English : Danish).Select(Labelled).ToList();

        var judged = sentences
            .Select(s =>
                (s.Label, Sentiment: Sign(LexiconToneAnalyzer.Analyze(new ToneText(s.Text, language)).Sentiment))
            )
            .ToList();

        var f1 = new[] { -1, 0, 1 }.Average(label =>
        {
            double right = judged.Count(j => j.Label == label && j.Sentiment == label);
            return right * 2 / (judged.Count(j => j.Label == label) + judged.Count(j => j.Sentiment == label));
        });
        f1.ShouldBeGreaterThan(least);
    }

    private static int Sign(Sentiment sentiment) =>
        sentiment switch
        {
            Sentiment.Positive => 1,
            Sentiment.Negative => -1,
            _ => 0,
        };

    /// <summary>The label stands before the text: + 0 or -.</summary>
    private static (int Label, string Text) Labelled(string line) =>
        (
            line[0] == '+' ? 1
            : line[0] == '-' ? -1
            : 0,
            line[2..]
        );

    private static readonly string[] English =
    [
        "+ We are proud to announce that our team has won the Nordic Design Award for the second year in a row.",
        "+ Our new heat pumps cut energy use by 30 percent, and customers love them.",
        "+ Thank you to everyone who made this year's summer school such a great success!",
        "+ Sales grew faster than expected, and we are hiring 40 new colleagues in Aarhus.",
        "+ It is a pleasure to welcome Maria as our new head of research.",
        "+ The trainees did an outstanding job on their first project.",
        "+ Customers rated our service the best in the industry.",
        "+ Together with our partners we made the harbour safer and cleaner.",
        "+ What an inspiring day with talented young engineers.",
        "+ We reached our climate goal three years ahead of schedule.",
        "+ The new canteen is bright, cosy and serves delicious food.",
        "+ Our colleagues donated 500 hours to local charities, and we could not be more grateful.",
        "+ The update makes the app faster, simpler and more reliable.",
        "+ Congratulations to Ahmed on 25 years with the company 🎉",
        "+ The factory runs without problems and delivers excellent quality.",
        "+ This partnership helps small shops thrive in a tough market.",
        "+ I am thrilled to share that our paper was accepted.",
        "+ The audience gave a warm applause after the keynote.",
        "+ Not only is the packaging recyclable, it also looks beautiful.",
        "+ Never has it been this easy to book an appointment.",
        "- We regret to inform you that the event has been cancelled because of illness.",
        "- The company lost 40 million last year and is laying off 300 employees.",
        "- Customers are angry about the long delays and the poor service.",
        "- A serious accident at the plant left two workers injured.",
        "- The launch was a disaster from start to finish.",
        "- I am very disappointed with how the case was handled.",
        "- The update broke the login, and support did not help at all.",
        "- The regulator criticised the bank for misleading its customers.",
        "- The product is not safe and must not be used.",
        "- Our competitors' phones are overpriced and unreliable.",
        "- The fire destroyed the warehouse and caused damage worth millions.",
        "- Employees complain of stress and a hostile working environment.",
        "- The project failed because nobody listened.",
        "- Sadly, the founder passed away on Sunday.",
        "- The report reveals fraud, corruption and years of neglect.",
        "- Nobody was happy with the new office.",
        "- The water was polluted, and the fish died.",
        "- The system is slow, buggy and hard to use.",
        "- Profits collapsed after the scandal.",
        "- This is unacceptable 😡",
        "0 The annual report is published on Thursday at 8:00.",
        "0 Our office in Odense has moved to Vestergade 12.",
        "0 The webinar lasts 45 minutes and is held in English.",
        "0 The new model comes in three sizes and two colours.",
        "0 Registration opens on 1 March.",
        "0 We have 1,200 employees in nine countries.",
        "0 The board met in Copenhagen on Tuesday.",
        "0 Read the interview with our head of logistics.",
        "0 The building has five floors and a basement.",
        "0 Deliveries are made on weekdays between 9 and 17.",
        "0 The survey was sent to 800 people in April.",
        "0 The meeting has been moved from Monday to Wednesday.",
        "0 Lisa studied chemistry in Lund and works in the laboratory.",
        "0 The contract covers the period from 2024 to 2028.",
        "0 Here you find the slides from the conference.",
        "0 The train from Hamburg arrives at platform 4.",
        "0 The ship is 180 metres long and was built in 1998.",
        "0 How many of the parts are made in Denmark?",
        "0 The data is stored in two places.",
        "0 See page 14 for the table of contents.",
    ];

    private static readonly string[] Danish =
    [
        "+ Vi er stolte af at kunne fejre 50 års jubilæum sammen med vores kunder.",
        "+ Tusind tak til alle, der gjorde sommerfesten til en uforglemmelig dag!",
        "+ Rekordresultat: omsætningen voksede med 12 procent i andet kvartal.",
        "+ Vores elever vandt guld ved DM i Skills – hvor er vi glade!",
        "+ Den nye linje bruger 40 procent mindre energi og er nem at betjene.",
        "+ Det er en fornøjelse at byde velkommen til 14 nye kolleger.",
        "+ Kunderne roser vores montører for deres hjælpsomhed og gode humør.",
        "+ Projektet blev færdigt før tid og uden problemer.",
        "+ Vi har fået en flot pris for vores arbejde med bæredygtighed.",
        "+ Samarbejdet med skolen giver unge mod på en teknisk uddannelse.",
        "+ Stort tillykke til Mette med den velfortjente hæder 👏",
        "+ Det lykkedes os at halvere spildet på fabrikken.",
        "- Virksomheden fyrer 120 medarbejdere efter et dårligt år.",
        "- Vi må desværre aflyse mødet på grund af sygdom.",
        "- Fyringsrunden ramte især produktionen hårdt.",
        "- Kunderne er utilfredse med de lange forsinkelser.",
        "- Løsningen virker ikke, og ingen hjælper os.",
        "- En alvorlig ulykke på byggepladsen kostede to mennesker livet.",
        "- Tilsynet kritiserer banken for at have vildledt sine kunder.",
        "- Regnskabet viser røde tal og et underskud på 30 millioner.",
        "- Maden var ikke god, og betjeningen var elendig.",
        "- Branden ødelagde lageret, og skaderne løber op i millioner.",
        "- Det er pinligt, at vi ikke kan svare kunderne.",
        "- Kemikaliet er farligt og forurener grundvandet.",
        "0 Generalforsamlingen holdes torsdag den 19. marts kl. 17.",
        "0 Vores kontor i Odense er flyttet til Vestergade 12.",
        "0 Webinaret varer 45 minutter og holdes på engelsk.",
        "0 Den nye model findes i tre størrelser og to farver.",
        "0 Tilmeldingen åbner den 1. maj.",
        "0 Vi er 1.200 medarbejdere i ni lande.",
        "0 Bestyrelsen mødtes i København tirsdag.",
        "0 Læs interviewet med vores logistikchef.",
        "0 Huset har fem etager og en kælder.",
        "0 Skibet er 180 meter langt og blev bygget i 1998.",
        "0 Undersøgelsen blev sendt til 800 personer i april.",
        "0 Mødet er flyttet fra mandag til onsdag.",
    ];
}
