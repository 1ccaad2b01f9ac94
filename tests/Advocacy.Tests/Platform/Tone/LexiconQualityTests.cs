using Advocacy.Platform.Tone;

namespace Advocacy.Tests.Platform.Tone;

/// <summary>
/// How often the analyser is right about sentences as companies and the news write them (<c>Sentences/</c>). Written for this test and
/// labelled by hand; some are meant to be hard, and not all need be right. The same files go through <c>tone --evaluate</c>.
/// </summary>
public sealed class LexiconQualityTests
{
    [Theory]
    [InlineData("en", 150, 0.92)]
    [InlineData("da", 80, 0.92)]
    public void The_macro_F1_on_company_sentences_is_high(string language, int fewest, double least)
    {
        var judged = File.ReadLines(
                Path.Combine(AppContext.BaseDirectory, "Platform/Tone/Sentences", $"{language}.tsv")
            )
            .Select(line => line.Split('\t'))
            .Select(parts =>
                (
                    Label: int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                    Sign: Sign(LexiconToneAnalyzer.Analyze(new ToneText(parts[1], language)).Sentiment)
                )
            )
            .ToList();

        var f1 = new[] { -1, 0, 1 }.Average(label =>
        {
            double right = judged.Count(j => j.Label == label && j.Sign == label);
            return right * 2 / (judged.Count(j => j.Label == label) + judged.Count(j => j.Sign == label));
        });
        judged.Count.ShouldBeGreaterThanOrEqualTo(fewest);
        f1.ShouldBeGreaterThan(least);
    }

    private static int Sign(Sentiment sentiment) =>
        sentiment switch
        {
            Sentiment.Positive => 1,
            Sentiment.Negative => -1,
            _ => 0,
        };
}
