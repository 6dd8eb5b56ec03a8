import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { ROLES } from '../common/actor.js';
import { print, printJson } from '../common/terminal/output.js';
import { withApp } from './open-app.js';

interface Options {
  name: string;
  role: string;
  passwordStdin?: boolean;
  json?: boolean;
}

export function registerAddUserCommand(program: Command): void {
  program
    .command('add-user')
    .summary('add somebody who may sign in, such as the first admin')
    .description('Later ones are added by an admin with POST /v1/users. Without --password-stdin a password is made and printed this once; it signs in for 72 hours, by which time its user has chosen another.')
    .argument('<email>', 'the address to sign in with')
    .requiredOption('--name <name>', 'how the office calls them')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES).makeOptionMandatory())
    .option('--password-stdin', 'read the password from standard input, so that it stands in no history and no list of processes')
    .option('--json', 'one JSON document instead of sentences')
    .addHelpText('after', `
Examples:
  $ npx vigil add-user maria@office.example --name "Maria Lopez" --role admin
  $ npx vigil add-user maria@office.example --name "Maria Lopez" --role admin --password-stdin < password.txt`)
    .action(async (email: string, { name, role, passwordStdin, json }: Options) => {
      const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : randomBytes(15).toString('base64url');
      const [{ UsersService }, { NewUserDto }, { validationPipe }, { operator }] = await Promise.all([
        import('../users/users.service.js'), import('../users/users.dto.js'), import('../common/validation.js'), import('../common/actor.js'),
      ]);
      const user = await validationPipe().transform({ email, name, role, password }, { type: 'body', metatype: NewUserDto }) as InstanceType<typeof NewUserDto>;
      const added = await withApp((app) => app.get(UsersService).create(operator(null), { ...user, isGenerated: !passwordStdin }));
      if (json) return printJson({ id: added.id, email: added.email, role: added.role, ...(!passwordStdin && { password }) });
      print(`${added.email} may sign in as ${added.role}.`);
      if (!passwordStdin) print(`The password, shown this once: ${password}\nIt signs in for 72 hours: choose another one by then (PUT /v1/me/password).`);
    });
}
