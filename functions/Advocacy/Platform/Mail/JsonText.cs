using System.Buffers;
using System.Text.Encodings.Web;

namespace Advocacy.Platform.Mail;

/// <summary>JSON, put together from pieces that are escaped already. In characters, because SendGrid's client takes a string.</summary>
internal sealed class JsonText
{
    // It is read by no browser: only what JSON itself asks for is escaped, and "<" takes one byte instead of six.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private const int FirstLength = 4 * 1024;

    // Lent by the pool while something is written: requests are long, and new memory takes longer than to fill it.
    private char[] _text = [];
    private int _length;

    /// <summary>What may stand between JSON's quotes; half a character becomes U+FFFD.</summary>
    public static string Escape(string text) => Encoder.Encode(text);

    /// <summary>As it is.</summary>
    public JsonText Raw(ReadOnlySpan<char> json)
    {
        if (_text.Length - _length < json.Length)
        {
            var longer = ArrayPool<char>.Shared.Rent(Math.Max(FirstLength, 2 * (_length + json.Length)));
            _text.AsSpan(0, _length).CopyTo(longer);
            GiveBack();
            _text = longer;
        }
        json.CopyTo(_text.AsSpan(_length));
        _length += json.Length;
        return this;
    }

    /// <summary>A string, with its quotes.</summary>
    public JsonText String(string text) => Raw("\"").Raw(Escape(text)).Raw("\"");

    /// <summary>A member whose value is a string.</summary>
    /// <param name="name">Nothing in it needs to be escaped.</param>
    public JsonText Member(string name, string text) => Raw("\"").Raw(name).Raw("\":").String(text);

    /// <summary>An object of strings.</summary>
    public JsonText Strings(IEnumerable<KeyValuePair<string, string>> values)
    {
        Raw("{");
        var between = "";
        foreach (var (name, value) in values)
        {
            Raw(between).String(name).Raw(":").String(value);
            between = ",";
        }
        return Raw("}");
    }

    /// <summary>All that was written; begins anew.</summary>
    public string Take()
    {
        var json = new string(_text, 0, _length);
        GiveBack();
        (_text, _length) = ([], 0);
        return json;
    }

    private void GiveBack()
    {
        if (_text.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_text);
        }
    }
}
