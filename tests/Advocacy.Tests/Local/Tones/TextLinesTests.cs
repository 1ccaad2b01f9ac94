using System.Text;
using Advocacy.Local.Tones;

namespace Advocacy.Tests.Local.Tones;

public sealed class TextLinesTests
{
    [Theory]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("\ufeffæ\nø\n", "æ|ø")]
    [InlineData("\n\nb", "||b")]
    [InlineData("a\tb\n", "a\tb")]
    [InlineData("", "")]
    public async Task Lines_end_with_either_sign_and_the_mark_is_no_text(string text, string lines) =>
        string.Join('|', await ReadAsync(Encoding.UTF8.GetBytes(text))).ShouldBe(lines);

    [Fact]
    public async Task UTF_16_with_its_mark_is_read()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("æ\r\nø\n")];

        (await ReadAsync(bytes)).ShouldBe(["æ", "ø"]);
    }

    [Fact]
    public async Task Another_encoding_is_refused_with_the_line()
    {
        byte[] bytes = [.. "en\nto\n"u8, 0xE6, (byte)'\n'];

        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(bytes))).Message.ShouldBe(
            "Line 3 is not UTF-8: save the file as UTF-8."
        );
    }

    [Fact]
    public async Task A_file_without_line_ends_is_refused()
    {
        var bytes = new byte[5_000_000];
        bytes.AsSpan().Fill((byte)'a');

        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(bytes))).Message.ShouldContain(
            "one text a line"
        );
    }

    [Fact]
    public async Task Many_lines_over_many_reads_come_whole_and_in_order()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"linje {i} æøå 🎉").ToList();

        (await ReadAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)))).ShouldBe(lines);
    }

    private static async Task<List<string>> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await TextLines.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync();
    }
}
