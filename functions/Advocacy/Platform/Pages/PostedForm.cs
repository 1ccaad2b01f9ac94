using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Advocacy.Platform.Pages;

/// <summary>Reads what a page's form posted, from anybody: few fields, short values.</summary>
internal static class PostedForm
{
    private const int LongestValue = 4 * 1024;

    /// <summary>The fields; none where the body is no form of a page of ours. <c>null</c> where it breaks the limits.</summary>
    /// <param name="longestValue">Of one field, in bytes.</param>
    public static async Task<IFormCollection?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken,
        int longestValue = LongestValue
    )
    {
        if (
            request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            != true
        )
        {
            return FormCollection.Empty;
        }
        try
        {
            return await new FormFeature(request, LimitsOf(longestValue)).ReadFormAsync(cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private static FormOptions LimitsOf(int longestValue) =>
        new()
        {
            ValueCountLimit = 256,
            KeyLengthLimit = 64,
            ValueLengthLimit = longestValue,
        };
}
