// Bundles the stylesheets and the scripts of the portal, and those of printed paper, into wwwroot/dist. Run by client.targets.
import { build } from 'esbuild';

await build({
  entryPoints: ['app.css', 'app.js', 'paper.css', 'paper.js', 'scan.js'],
  outdir: '../wwwroot/dist',
  bundle: true,
  minify: true,
  target: ['chrome105', 'firefox121', 'safari15.4'],
  legalComments: 'linked',
  logLevel: 'warning',
});
