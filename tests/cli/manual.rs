//! `redpencil completions` and `redpencil man`: every command is in them.

use crate::desk::Desk;

/// The commands that the help names.
fn commands(desk: &Desk) -> Vec<String> {
    let help = desk.run(&["--help"]).out;
    let listed = help.lines().skip_while(|it| *it != "Commands:").skip(1);
    let words = listed.take_while(|it| it.starts_with("  "));
    let named = words.filter_map(|it| it.strip_prefix("  ")?.split(' ').next());
    let named = named.filter(|it| !it.is_empty() && *it != "help");
    named.map(str::to_owned).collect()
}

#[test]
fn every_shell_completes_every_command() {
    let desk = Desk::empty();
    let commands = commands(&desk);
    assert!(commands.len() > 15, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = desk.run(&["completions", shell]);
        assert_eq!(ran.code, 0, "{ran:?}");
        for command in &commands {
            assert!(ran.out.contains(command.as_str()), "{shell} {command}");
        }
    }
    assert_eq!(desk.run(&["completions", "tcsh"]).code, 2);
}

#[test]
fn every_command_has_its_page() {
    let desk = Desk::empty();
    let main = desk.run(&["man"]);
    assert_eq!(main.code, 0, "{main:?}");
    for command in commands(&desk) {
        assert!(main.out.contains(&command), "{command}");
        let page = desk.run(&["man", &command]);
        assert!(page.out.contains(".SH SYNOPSIS"), "{command}");
    }
    let none = desk.run(&["man", "frobnicate"]);
    assert_eq!(none.code, 2);
    assert!(
        none.err.contains("the manual has pages for: review"),
        "{none:?}"
    );
}
