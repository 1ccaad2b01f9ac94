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
    public void A_tag_without_a_value_stays()
    {
        var output = new ArrayBufferWriter<byte>();
        Part("[-x-]").Write([null], output);
        Read(output.WrittenSpan.ToArray()).ShouldBe("[-x-]");
    }

    [Fact]
    public void Half_a_character_does_no_harm() => Read(Write("a\ud800b", "")).ShouldBe("a\ufffdb");

    private static byte[] Write(string text, string value)
    {
        var output = new ArrayBufferWriter<byte>();
        Part(text).Write([new MailValue(value)], output);
        return output.WrittenSpan.ToArray();
    }

    private static QuotedPart Part(string text) => new([new PlacedBlock(new MailBlock(text, ["-x-"]), 0)]);

    private static string Read(byte[] written)
    {
        using var content = new MimeContent(new MemoryStream(written), ContentEncoding.QuotedPrintable);
        using var read = new MemoryStream();
        content.DecodeTo(read, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(read.ToArray());
    }
}
