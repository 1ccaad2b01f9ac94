using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Advocacy.Platform.Pages;

/// <summary>Reads what a page's form posted, from anybody: few fields, short values.</summary>
internal static class PostedForm
{
    private const int LongestValue = 4 * 1024;

    /// <summary>The fields; none where the body is no form of a page of ours. <c>null</c> where it breaks the limits.</summary>
    /// <param name="longestValue">Of one field, or of the files, in bytes.</param>
    /// <param name="takesFiles">Whether the form may carry files; they are held in memory.</param>
    public static async Task<IFormCollection?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken,
        int longestValue = LongestValue,
        bool takesFiles = false
    )
    {
        if (
            !IsOfType(request, "application/x-www-form-urlencoded")
            && !(takesFiles && IsOfType(request, "multipart/form-data"))
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

    private static bool IsOfType(HttpRequest request, string type) =>
        request.ContentType?.StartsWith(type, StringComparison.OrdinalIgnoreCase) == true;

    private static FormOptions LimitsOf(int longestValue) =>
        new()
        {
            ValueCountLimit = 256,
            KeyLengthLimit = 64,
            ValueLengthLimit = longestValue,
            MultipartBodyLengthLimit = longestValue,
            MemoryBufferThreshold = longestValue,
        };
}
