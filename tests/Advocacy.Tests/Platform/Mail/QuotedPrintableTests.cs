using System.Buffers;
using System.Text;
using Advocacy.Platform.Mail;
using MimeKit;

namespace Advocacy.Tests.Platform.Mail;

public sealed class QuotedPrintableTests
{
    private static readonly string[] Parts =
    [
        "a",
        " ",
        "\n",
        "  \n",
        "å",
        "🌬️",
        "=",
        "\t",
        "\r\n",
        "-x-",
        "et længere ord med æøå",
        new string('w', 71),
        new string('=', 25),
        ".",
        "<p style=\"margin:0\">",
    ];

    [Fact]
    public void Whatever_is_written_is_read_in_short_lines_that_end_in_no_space()
    {
        var random = new Random(2250);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(
                Enumerable.Range(0, random.Next(60)).Select(_ => Parts[random.Next(Parts.Length)])
            );
            var value = string.Concat(
                Enumerable.Range(0, random.Next(30)).Select(_ => Parts[random.Next(Parts.Length)])
            );

            var written = Write(text, value);

            Read(written)
                .ShouldBe(
                    text.Replace("-x-", value, StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)
                );
            foreach (var line in Encoding.ASCII.GetString(written).Split("\r\n"))
            {
                line.Length.ShouldBeLessThanOrEqualTo(76);
                line.ShouldNotEndWith(" ");
                line.All(c => c is >= ' ' and <= '~').ShouldBeTrue(line);
            }
        }
    }

    [Fact]
    public void A_value_that_is_kept_for_others_is_the_same_for_them()
    {
        var long1 = string.Concat(Enumerable.Repeat("æble og pære ", 40));
        var text = new QuotedPrintable(TaggedText.Cut("[-x-]", ["-x-"]));

        foreach (var value in new[] { long1, long1 + "!", long1 })
        {
            var output = new ArrayBufferWriter<byte>();
            text.Write(new Dictionary<string, string> { ["-x-"] = value }, output);
            Read(output.WrittenSpan.ToArray()).ShouldBe($"[{value}]");
        }
    }

    [Fact]
    public void Half_a_character_does_no_harm() => Read(Write("a\ud800b", "")).ShouldBe("a\ufffdb");

    private static byte[] Write(string text, string value)
    {
        var output = new ArrayBufferWriter<byte>();
        new QuotedPrintable(TaggedText.Cut(text, ["-x-"])).Write(
            new Dictionary<string, string> { ["-x-"] = value },
            output
        );
        return output.WrittenSpan.ToArray();
    }

    private static string Read(byte[] written)
    {
        using var content = new MimeContent(new MemoryStream(written), ContentEncoding.QuotedPrintable);
        using var read = new MemoryStream();
        content.DecodeTo(read, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(read.ToArray());
    }
}
