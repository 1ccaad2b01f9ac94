using HandlebarsDotNet;

namespace Advocacy.Platform.Mail.Templates;

/// <summary>
/// The two compiled templates of a mail, embedded beside its view: <c>NAME.html.hbs</c> and <c>NAME.text.hbs</c>. Compiled once, safe from
/// many threads.
/// </summary>
/// <typeparam name="TView">What both take. A value that the view does not have fails at once.</typeparam>
internal sealed class MailTemplate<TView>(string name)
    where TView : class
{
    private readonly Lazy<HandlebarsTemplate<object, object>> _html = new(() =>
        TemplateSource.Compile(TemplateSource.Html<TView>(name), isPlain: false)
    );

    private readonly Lazy<HandlebarsTemplate<object, object>> _text = new(() =>
        TemplateSource.Compile(TemplateSource.Text<TView>(name), isPlain: true)
    );

    /// <summary>Everything in the view is HTML-encoded.</summary>
    public string Html(TView view) => _html.Value(view);

    public string Text(TView view) => _text.Value(view);
}
