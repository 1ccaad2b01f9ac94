using System.Globalization;

namespace Advocacy.Local.Tones;

/// <summary>How often judged signs (-1, 0, 1) are those of the labels.</summary>
internal sealed class ToneScore
{
    private static readonly string[] s_names = ["negative", "neutral", "positive"];

    private readonly long[,] _counts = new long[3, 3];

    public void Add(int label, int judged) => _counts[label + 1, judged + 1]++;

    private long Texts => Sum((_, _) => true);

    /// <summary>The share of texts that were judged as labelled; 0 for no texts.</summary>
    public double Accuracy => Share(Sum((label, judged) => label == judged), Texts);

    /// <summary>The mean over the three labels of the harmonic mean of precision and recall; a label that never comes counts 0.</summary>
    public double MacroF1 => Enumerable.Range(0, 3).Average(F1);

    /// <summary>Accuracy and macro-F1, then each label by itself; name, tab, value.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Line("texts", Texts.ToString(CultureInfo.InvariantCulture));
        yield return Line("accuracy", Number(Accuracy));
        yield return Line("macro-F1", Number(MacroF1));
        for (var sign = 0; sign < 3; sign++)
        {
            yield return Line(
                s_names[sign],
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"F1 {F1(sign):0.0000}, precision {Share(_counts[sign, sign], Judged(sign)):0.0000}, recall {Share(_counts[sign, sign], Labelled(sign)):0.0000}; judged -1: {_counts[sign, 0]}, 0: {_counts[sign, 1]}, 1: {_counts[sign, 2]}"
                )
            );
        }
    }

    private double F1(int sign) => Share(2 * _counts[sign, sign], Labelled(sign) + Judged(sign));

    private long Labelled(int sign) => Sum((label, _) => label == sign);

    private long Judged(int sign) => Sum((_, judged) => judged == sign);

    private long Sum(Func<int, int, bool> which)
    {
        long sum = 0;
        for (var label = 0; label < 3; label++)
        {
            for (var judged = 0; judged < 3; judged++)
            {
                sum += which(label, judged) ? _counts[label, judged] : 0;
            }
        }
        return sum;
    }

    private static double Share(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Line(string name, string value) => $"{name}\t{value}";
}
