using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.ObjectPool;

namespace PerformanceRecords.Web.Hosting;

/// <summary>
/// Sends a page in one piece, with its length, once it is complete. One write costs less than three, and a page that fails half-way
/// is never sent half: the error page stands in its place.
/// </summary>
internal sealed class WholePages : IAsyncAlwaysRunResultFilter
{
    private const int KeptCapacity = 512 * 1024;
    private readonly ObjectPool<MemoryStream> pool = new DefaultObjectPool<MemoryStream>(new Emptied());

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is not (ViewResult or PartialViewResult))
        {
            await next();
            return;
        }

        var response = context.HttpContext.Response;
        var (wire, page) = (response.Body, pool.Get());
        try
        {
            response.Body = page;
            var executed = await next();
            response.Body = wire;
            if (executed.Exception is null || executed.ExceptionHandled)
            {
                response.ContentLength = page.Length;
                await wire.WriteAsync(page.GetBuffer().AsMemory(0, (int)page.Length), context.HttpContext.RequestAborted);
            }
        }
        finally
        {
            response.Body = wire;
            pool.Return(page);
        }
    }

    private sealed class Emptied : PooledObjectPolicy<MemoryStream>
    {
        public override MemoryStream Create() => new(32 * 1024);

        public override bool Return(MemoryStream stream)
        {
            stream.SetLength(0);
            return stream.Capacity <= KeptCapacity;
        }
    }
}
