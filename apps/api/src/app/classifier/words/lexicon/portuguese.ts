import type { Lexicon } from './lexicon';

/** Written for Docket, from the words of support desks in general. */
export const PORTUGUESE: Lexicon = {
  categories: {
    billing: {
      3: `
        fatura*, faturamento, faturacao, cobranca*, cobrado, cobrada, cobraram, cobrado duas vezes, cobraram duas vezes,
        duas vezes no cartao, reembolso*, reembols*, estorno*, estornar, boleto*, nota fiscal, notas fiscais, recibo*, assinatura*,
        mensalidade*, desconto*, cupom, orcamento, taxa, taxas, tarifa*, extrato, debito automatico, pix, parcela*, segunda via
      `,
      2: `
        pagamento*, pagar, paguei, pago, preco*, cartao de credito, dinheiro, valor*, transferencia*, plano, renovacao, custo*, reais,
        euros, pedido, banco, saldo
      `,
      1: `
        contrato, cancelar, cancelamento, compra
      `,
    },
    technical: {
      3: `
        erro*, nao funciona*, parou de funcionar, nao carrega*, nao abre, travando, trava, travou, fora do ar, caiu, queda*, falha*,
        falhou, lento, lenta, lentidao, tela branca, tela preta, tela azul, pagina em branco, servidor*, conexao, ligacao a internet,
        impressora*, rede, banco de dados, base de dados, integracao, navegador, nao responde, tempo esgotado, nao conecta, nao imprime,
        nao sincroniza, instal*, atualizacao, sumiu, sumiram, desaparec*, perda de dados, wifi, vpn, notebook, teclado, recusad*,
        rejeitad*, api, webhook*, indisponivel
      `,
      2: `
        aplicativo, aplicacao, app, pagina, site, sistema, versao, arquivo*, ficheiro*, enviar arquivo, baixar, exportar, importar,
        relatorio*, botao, tela, ecra, computador, celular, telemovel, busca, configuracao, configuracoes, nao consigo, nao deixa
      `,
      1: `
        problema*, nao aparece*
      `,
    },
    account: {
      3: `
        senha*, palavra passe, fazer login, login, entrar na minha conta, acessar minha conta, aceder a minha conta, conta bloqueada,
        minha conta, meu usuario, nome de usuario, nome de utilizador, perfil, permissao, permissoes, acesso a, acesso ao, novo usuario,
        novo utilizador, novo funcionario, nova funcionaria, novo colaborador, excluir minha conta, apagar minha conta,
        encerrar minha conta, verificacao, verificar minha identidade, identidade, dois fatores, autenticacao, codigo de verificacao,
        mudar meu email, alterar meu email, alterar o email, mudar meu endereco, alterar meu endereco, dados pessoais, lgpd, roubado,
        roubaram, hackeado, hackeada, convite*, redefinir, desbloquear
      `,
      2: `
        conta, contas, usuario*, utilizador*, acesso*, funcionario*, colega*, endereco, morada, telefone, seguranca, ativar, desativar,
        bloquead*, credenciais, cadastro*
      `,
      1: `
        mudar, alterar, nome, codigo
      `,
    },
    general: {
      3: `
        horario*, sugestao, sugestoes, seria bom, gostaria de saber, queria saber, quero saber, documentacao, manual, tutorial,
        treinamento, formacao, voces oferecem, oferecem, entrega, frete, envio, prazo de entrega, quanto tempo, pergunta geral,
        uma pergunta, uma duvida, tenho duvida, voces tem, e possivel, existe alguma forma, tem como, diferenca entre, onde encontro,
        onde posso, obrigado por, obrigado pelo, obrigada pelo, parceria
      `,
      2: `
        como faco, como posso, podem me dizer, informacao, informacoes, duvida*, quais, que paises, disponivel, recomend*, pergunta*,
        idiomas, contato
      `,
      1: `
        como, onde, quando, qual
      `,
    },
  },
  priorities: {
    critical: {
      3: `
        tudo fora do ar, fora do ar para todos, para todos os usuarios, para todos os utilizadores, todos os clientes, ninguem consegue,
        producao parada, perda de dados, perdemos dados, perdemos todos, dados apagados, vazamento de dados, fuga de dados,
        falha de seguranca, violacao de dados, ransomware, hackeado, hackearam, dados de outro cliente, dados de outros clientes
      `,
      2: `
        fora do ar, sistema caiu, todos os usuarios, todos os utilizadores, em producao, parado
      `,
    },
    high: {
      3: `
        urgente*, urgencia, o mais rapido possivel, o quanto antes, imediatamente, de imediato, nao conseguimos trabalhar,
        nao consigo trabalhar, ainda hoje, prazo termina
      `,
      2: `
        toda a equipe, toda a equipa, varios clientes
      `,
    },
    low: {
      3: `
        sem pressa, nao e urgente, quando puderem, quando tiverem tempo, erro de digitacao, detalhe pequeno
      `,
    },
  },
};
