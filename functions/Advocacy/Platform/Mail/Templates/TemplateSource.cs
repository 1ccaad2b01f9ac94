using HandlebarsDotNet;

namespace Advocacy.Platform.Mail.Templates;

/// <summary>Handlebars templates that are embedded beside their view.</summary>
internal static class TemplateSource
{
    public static string Html<TView>(string name) => Read(typeof(TView), $"{name}.html.hbs");

    public static string Text<TView>(string name) => Read(typeof(TView), $"{name}.text.hbs");

    public static HandlebarsTemplate<object, object> Compile(string source, bool isPlain) =>
        Handlebars
            .Create(
                new HandlebarsConfiguration
                {
                    NoEscape = isPlain,
                    ThrowOnUnresolvedBindingExpression = true,
                    TextEncoder = new Markup(),
                }
            )
            .Compile(source);

    private static string Read(Type view, string file)
    {
        using var stream =
            view.Assembly.GetManifestResourceStream(view, file)
            ?? throw new InvalidOperationException($"{file} is not embedded beside {view.Name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
