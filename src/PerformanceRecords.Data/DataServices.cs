using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PerformanceRecords.Data.Files;
using PerformanceRecords.Data.Providers;
using PerformanceRecords.Data.Providers.Postgres;
using PerformanceRecords.Data.Providers.Sqlite;
using PerformanceRecords.Data.Providers.SqlServer;
using PerformanceRecords.Data.Security;

namespace PerformanceRecords.Data;

/// <summary>Registers what the portal keeps its data with.</summary>
public static class DataServices
{
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PersonalNumberOptions>().BindConfiguration(PersonalNumberOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FileStoreOptions>().BindConfiguration(FileStoreOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PersonalNumbers>();
        services.AddSingleton<PersonalNumberSealing>();
        services.AddSingleton<IInterceptor>(provider => provider.GetRequiredService<PersonalNumberSealing>());
        services.AddScoped<BulkWriter>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<PushSignal>();
        services.AddScoped<Notifier>();
        services.AddSingleton(TimeProvider.System);
        services.AddDataProtection().SetApplicationName("PerformanceRecords")
            // one pass over the bytes instead of two: every page with a form seals a token
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM, ValidationAlgorithm = ValidationAlgorithm.HMACSHA256 });
        services.AddSingleton<DataProtectionKeyRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeyRepository>((options, keys) => options.XmlRepository = keys);

        var database = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            SqliteEngine.Prepare();
            services.AddSingleton<KeptOpen>();
        }

        return database.Provider switch
        {
            DatabaseProvider.Sqlite => services.AddPooled<SqliteAppDbContext>((provider, options) =>
                options.UseSqlite(SqliteConnectionString(database.ConnectionString)).AsInPortal(provider)
                    .AddInterceptors(provider.GetRequiredService<KeptOpen>(), new ConnectionManners(), new PreparedCommands())),
            DatabaseProvider.Postgres => services.AddPooled<PostgresAppDbContext>((provider, options) =>
                options.UseNpgsql(PostgresConnection.Of(database.ConnectionString)).AsInPortal(provider)),
            DatabaseProvider.SqlServer => services.AddPooled<SqlServerAppDbContext>((provider, options) =>
                options.UseSqlServer(database.ConnectionString).AsInPortal(provider)),
            _ => throw new OptionsValidationException(DatabaseOptions.Section, typeof(DatabaseOptions), [$"Unknown provider {database.Provider}."]),
        };
    }

    private static IServiceCollection AddPooled<TContext>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> options)
        where TContext : AppDbContext
    {
        WarmestFirst<TContext>.Use(services);
        return services.AddDbContextPool<AppDbContext, TContext>(options);
    }

    // whatever the database is
    private static DbContextOptionsBuilder AsInPortal(this DbContextOptionsBuilder options, IServiceProvider provider)
    {
        ReadyReaders.Use(options);
        // tests find two uses of one context at once; looking for them costs something at every row
        options.EnableThreadSafetyChecks(provider.GetService<IHostEnvironment>()?.IsProduction() != true);
        return options.AddInterceptors(provider.GetServices<IInterceptor>());
    }

    /// <summary>Creates or updates the schema, and for SQLite the folder and the write-ahead log.</summary>
    public static async Task MigrateAsync(this AppDbContext db, CancellationToken cancellation = default)
    {
        if (db.Database.IsSqlite())
        {
            var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }
        }

        // without any that wait, comparing the model with the last of them is all that would be done; a test does that
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await db.Database.MigrateAsync(cancellation);
        }

        if (db is SqliteAppDbContext sqlite)
        {
            await sqlite.UseWriteAheadLogAsync(cancellation);
        }

        await db.KeepStatisticsAsync(cancellation);
    }

    // a writer waits for the one before instead of failing; connections are kept by their contexts, not by the library
    private static string SqliteConnectionString(string configured) =>
        new SqliteConnectionStringBuilder(configured) { DefaultTimeout = 30, ForeignKeys = true, Pooling = false }.ToString();
}
