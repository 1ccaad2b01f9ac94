using HandlebarsDotNet;

namespace Advocacy.Platform.Mail.Templates;

/// <summary>
/// A mail's template in three: what comes before one loop, the loop, and what comes after. Whoever writes many mails with parts of the same
/// list renders each part once; put together they are what <see cref="MailTemplate{TView}"/> makes of the whole.
/// </summary>
internal sealed class LoopTemplate<TView>
    where TView : class
{
    private readonly HandlebarsTemplate<object, object> _before;
    private readonly HandlebarsTemplate<object, object> _loop;
    private readonly HandlebarsTemplate<object, object> _after;

    private LoopTemplate(string source, string list, bool isPlain)
    {
        var begin = source.IndexOf($"{{{{#each {list}}}}}", StringComparison.Ordinal);
        var end = begin < 0 ? -1 : EndOf(source, begin, isPlain);
        if (end < 0)
        {
            throw new InvalidOperationException($"The template of {typeof(TView).Name} has no loop over {list}.");
        }
        _before = TemplateSource.Compile(source[..begin], isPlain);
        _loop = TemplateSource.Compile(source[begin..end], isPlain);
        _after = TemplateSource.Compile(source[end..], isPlain);
    }

    /// <param name="name">As <see cref="MailTemplate{TView}"/> takes it.</param>
    /// <param name="list">What the loop is over.</param>
    public static LoopTemplate<TView> Html(string name, string list) =>
        new(TemplateSource.Html<TView>(name), list, isPlain: false);

    public static LoopTemplate<TView> Text(string name, string list) =>
        new(TemplateSource.Text<TView>(name), list, isPlain: true);

    public string Before(TView view) => _before(view);

    /// <summary>All that the view's list has.</summary>
    public string Loop(TView view) => _loop(view);

    public string After(TView view) => _after(view);

    private static int EndOf(string source, int begin, bool isPlain)
    {
        const string Open = "{{#each";
        const string Close = "{{/each}}";
        var depth = 0;
        var at = begin;
        do
        {
            var open = source.IndexOf(Open, at, StringComparison.Ordinal);
            var close = source.IndexOf(Close, at, StringComparison.Ordinal);
            if (close < 0)
            {
                return -1;
            }
            var opens = open >= 0 && open < close;
            depth += opens ? 1 : -1;
            at = opens ? open + Open.Length : close + Close.Length;
        } while (depth > 0);
        // A loop's end that is alone on its line takes the line's end with it.
        return isPlain && at < source.Length && source[at] == '\n' ? at + 1 : at;
    }
}
