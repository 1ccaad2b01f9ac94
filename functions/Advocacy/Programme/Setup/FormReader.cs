using System.Globalization;
using Advocacy.Access;
using Advocacy.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Programme.Setup;

/// <summary>Reads the fields of one form and notes what is wrong with them; what is wrong is answered with a harmless value.</summary>
internal sealed class FormReader(IFormCollection form)
{
    /// <summary>The field that says which form it is.</summary>
    public const string ActField = "act";

    public const int LongestLine = 120;
    public const int LongestText = 4000;

    private readonly Dictionary<string, FormFault> _faults = new(StringComparer.Ordinal);

    public string Act => form[ActField].ToString();

    public bool IsRight => _faults.Count == 0;

    public EnteredForm Entered =>
        new(
            Act,
            form.Where(one => one.Key is not (ActField or CommsAccess.FormField))
                .ToDictionary(one => one.Key, one => string.Join('\n', one.Value.ToArray())),
            _faults
        );

    public void Fault(string name, FormFault fault) => _faults.TryAdd(name, fault);

    public string Value(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    public bool IsTicked(string name) => Value(name) == "yes";

    /// <summary>Both languages, from the fields <c>NAME-da</c> and <c>NAME-en</c>.</summary>
    public LocalText Local(string name, int longest) =>
        new(Required($"{name}-da", longest), Required($"{name}-en", longest));

    /// <summary>Both languages or none of them; <c>null</c> for none.</summary>
    public LocalText? LocalOrNone(string name, int longest)
    {
        var (da, en) = (Value($"{name}-da"), Value($"{name}-en"));
        if (da.Length == 0 && en.Length == 0)
        {
            return null;
        }
        if (da.Length == 0 || en.Length == 0)
        {
            Fault(da.Length == 0 ? $"{name}-da" : $"{name}-en", FormFault.OneLanguage);
        }
        return Local(name, longest);
    }

    /// <summary>A whole number; <c>null</c> where the field is empty or wrong.</summary>
    public int? Number(string name, int least, int most)
    {
        var text = Value(name);
        if (text.Length == 0)
        {
            return null;
        }
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        Fault(name, FormFault.Number);
        return null;
    }

    public DateOnly Date(string name)
    {
        if (DateOnly.TryParseExact(Value(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var date))
        {
            return date;
        }
        Fault(name, FormFault.Date);
        return default;
    }

    /// <summary>The value that is called exactly so; the first, and a fault, where there is none.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum
    {
        if (EnumName.Of<T>(Value(name)) is { } value)
        {
            return value;
        }
        Fault(name, FormFault.Choice);
        return default;
    }

    /// <summary>All that were ticked; others than there are count as a fault.</summary>
    public IReadOnlyList<T> Choices<T>(string name)
        where T : struct, Enum
    {
        var chosen = form[name].Select(one => EnumName.Of<T>(one)).ToList();
        if (chosen.Contains(null))
        {
            Fault(name, FormFault.Choice);
        }
        return [.. chosen.OfType<T>().Distinct()];
    }

    /// <summary>An http(s) address; <c>null</c> where the field is empty or wrong.</summary>
    public string? Link(string name)
    {
        var text = Value(name);
        if (text.Length > 0 && (text.Length > 2048 || WebAddress.Link(text) is null))
        {
            Fault(name, FormFault.Link);
        }
        return text.Length > 0 ? text : null;
    }

    private string Required(string name, int longest)
    {
        var text = Value(name);
        if (text.Length == 0)
        {
            Fault(name, FormFault.Missing);
        }
        else if (text.Length > longest || (longest == LongestLine && text.Contains('\n', StringComparison.Ordinal)))
        {
            Fault(name, FormFault.TooLong);
        }
        return text;
    }
}
