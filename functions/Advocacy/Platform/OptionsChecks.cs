using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Advocacy.Platform;

/// <summary>Binds options and checks them at start: a wrong value is named with its key, what it is and what it takes.</summary>
public static class OptionsChecks
{
    /// <summary>Binds <typeparamref name="T"/> to a section and validates its attributes before the host starts.</summary>
    public static IServiceCollection AddChecked<T>(
        this IServiceCollection services,
        IConfiguration configuration,
        string section
    )
        where T : class
    {
        services.AddSingleton(new CheckedSection(section));
        services.AddSingleton<IValidateOptions<T>>(new Check<T>(section));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<T>>().Value);
        services
            .AddOptions<T>()
            .Configure(options => Bind(options, configuration.GetSection(section)))
            .ValidateOnStart();
        return services;
    }

    /// <summary>A section that is somebody's although nobody reads it now: an adapter's that is not chosen.</summary>
    public static IServiceCollection AddKnown(this IServiceCollection services, string section) =>
        services.AddSingleton(new CheckedSection(section));

    /// <summary>Refuses what stands beside the sections that <see cref="AddChecked"/> knows: a slip there would go unnoticed.</summary>
    /// <exception cref="OptionsValidationException">Names the key, and the sections there are.</exception>
    public static void RefuseUnknownSections(IConfiguration configuration, IServiceProvider services)
    {
        // A section without a root, as a trigger's connection, has nothing beside it that is ours.
        var known = services
            .GetServices<CheckedSection>()
            .Select(section => section.Path)
            .Where(path => path.Contains(':', StringComparison.Ordinal))
            .Distinct()
            .Order()
            .ToList();
        var root = known[0].Split(':')[0];
        var wrong = configuration
            .GetSection(root)
            .GetChildren()
            .Where(child => !known.Contains(child.Path, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"{child.Path} is no section of settings; there are {string.Join(", ", known)}.")
            .ToList();
        if (wrong.Count > 0)
        {
            throw new OptionsValidationException(root, typeof(OptionsChecks), wrong);
        }
    }

    private static void Bind<T>(T options, IConfigurationSection section)
        where T : class
    {
        var known = typeof(T)
            .GetProperties()
            .Select(property => property.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (section.Value is { Length: > 0 } value)
        {
            throw Wrong<T>(
                section,
                $"{section.Path} is '{value}'; it takes settings: {string.Join(", ", known.Order())}."
            );
        }
        foreach (var child in section.GetChildren())
        {
            if (!known.Contains(child.Key))
            {
                throw Wrong<T>(
                    section,
                    $"{child.Path} is no setting; the settings of {section.Path} are {string.Join(", ", known.Order())}."
                );
            }
        }
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            var child = section.GetSection(property.Name);
            try
            {
                if (TakesOne(property) && child.GetChildren().Any())
                {
                    throw Wrong<T>(section, $"{child.Path} has parts; it takes {Takes(property)}.");
                }
                _ = child.Get(property.PropertyType);
            }
            catch (InvalidOperationException)
            {
                throw Wrong<T>(section, $"{child.Path} is '{child.Value}'; it takes {Takes(property)}.");
            }
        }
        // Onto what is there: a list or a dictionary keeps its defaults and gains what is configured.
        section.Bind(options);
    }

    private static OptionsValidationException Wrong<T>(IConfigurationSection section, string message) =>
        new(section.Path, typeof(T), [message]);

    /// <summary>True where the setting is one value rather than a list or a map.</summary>
    private static bool TakesOne(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type.IsPrimitive || type.IsEnum || type == typeof(string);
    }

    private static string Takes(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var kind =
            type == typeof(int) || type == typeof(long) ? "a whole number"
            : type == typeof(double) ? "a number"
            : type == typeof(bool) ? "true or false"
            : type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
            : type == typeof(string) ? "text"
            : $"a {type.Name}";
        if (property.GetCustomAttribute<UrlAttribute>() is not null)
        {
            kind = "an absolute http or https URL";
        }
        return property.GetCustomAttribute<RangeAttribute>() is { } range
            ? $"{kind} from {range.Minimum} to {range.Maximum}"
            : kind;
    }

    private sealed class Check<T>(string section) : IValidateOptions<T>
        where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var wrong = typeof(T)
                .GetProperties()
                .Where(property =>
                    property
                        .GetCustomAttributes<ValidationAttribute>()
                        .Any(rule => !rule.IsValid(property.GetValue(options)))
                )
                .Select(property =>
                    $"{section}:{property.Name} is '{property.GetValue(options)}'; it takes {Takes(property)}."
                )
                .ToList();
            if (options is IValidatableObject whole)
            {
                wrong.AddRange(
                    whole.Validate(new ValidationContext(options)).Select(result => $"{section}: {result.ErrorMessage}")
                );
            }
            return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
        }
    }

    private sealed record CheckedSection(string Path);
}
